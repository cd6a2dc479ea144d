"""Asks a running LibreOffice about the signatures inside documents: one line of JSON for each.

Run by a Python that has UNO. Arguments: the name of the pipe, then the documents. LibreOffice is stopped at the end.
"""

import json
import sys
import time

import uno

PROPERTY = "com.sun.star.beans.PropertyValue"


def connected(pipe):
    """The context of the office behind the pipe, which may still be starting."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer")


def signatures(context, path):
    """Each signature: valid or not, and the state of its certificate (1: not to be trusted)."""
    make = context.ServiceManager.createInstanceWithContext
    form = uno.createUnoStruct(PROPERTY)
    form.Name, form.Value = "StorageFormat", "ZipFormat"  # with the format of OOXML it silently finds none
    arguments = (uno.systemPathToFileUrl(path), 1, uno.Any(f"[]{PROPERTY}", (form,)))
    storages = make("com.sun.star.embed.StorageFactory", context)
    storage = uno.invoke(storages, "createInstanceWithArguments", (arguments,))
    judge = make("com.sun.star.security.DocumentDigitalSignatures", context)
    return [(bool(one.SignatureIsValid), one.CertificateStatus)
            for one in judge.verifyDocumentContentSignatures(storage, None)]


if __name__ == "__main__":
    office = connected(sys.argv[1])
    for document in sys.argv[2:]:
        print(json.dumps(signatures(office, document)))
    try:
        office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office).terminate()
    except Exception as error:  # it goes while it answers
        print(error, file=sys.stderr)
