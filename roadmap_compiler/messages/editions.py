"""Findings of editions: what an amendment must not do, and what a rollover leaves to the author."""

RU = {
    "amendment-number": "«{title}» печатается под номером {number}, а в изменяемой карте это место {right}",
    "amendment-number.hint": "Допишите к нему строку  номер: \"{right}\"",
    "amendment-other-period": "Это карта другого года: изменения вносят в карту того же периода",
    "amendment-many": "Меняется много пунктов: {changed} из {count}. Обычно в таком случае карту утверждают в новой "
                      "редакции",
    "redline-marks": "В карте есть служебные знаки (U+E000–U+E004), исправления Word с ними не собрать: удалите их",
}

EN = {
    "amendment-number": "«{title}» is printed as {number}, in the amended roadmap its place is {right}",
    "amendment-number.hint": "Add a line to it:  номер: \"{right}\"",
    "amendment-other-period": "This is a roadmap of another year: an amendment stays within the period",
    "amendment-many": "Many activities change: {changed} of {count}. A new edition is usual then",
    "redline-marks": "The roadmap has characters for private use (U+E000–U+E004): remove them to get tracked changes",
}
