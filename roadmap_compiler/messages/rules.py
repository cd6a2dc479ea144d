"""Words of the rules of content. What a rule is for stands in its docstring."""

RU = {
    "number-twice": "Номер {number} уже стоит в строке {line}",
    "number-twice.hint": "Уберите поле «номер»: номера расставляются сами",
    "activity-outside-stage": "Срок «{text}» выходит за срок этапа «{stage}»: {limits}",
    "deadline-before-approval": "Срок «{text}» прошёл раньше, чем карта утверждена ({approved})",
    "deadline-empty": "Не указан срок: «{title}»",
    "responsible-empty": "Не указан ответственный: «{title}»",
    "latin-letters": "В слове «{word}» латинские буквы вместо русских",
    "value-not-printed": "Поле «{key}» не попадёт в документ: в таблице нет такого столбца",
    "value-not-printed.hint": "Добавьте его в «таблица: столбцы» или уберите",
}

EN = {
    "number-twice": "The number {number} stands already on line {line}",
    "number-twice.hint": "Remove the field «number»: numbers are given by the tool",
    "activity-outside-stage": "The deadline «{text}» leaves the time of the stage «{stage}»: {limits}",
    "deadline-before-approval": "The deadline «{text}» passed before the roadmap was approved ({approved})",
    "deadline-empty": "No deadline: «{title}»",
    "responsible-empty": "Nobody is responsible: «{title}»",
    "latin-letters": "Latin letters stand for Russian ones in «{word}»",
    "value-not-printed": "The field «{key}» will not be printed: the table has no such column",
    "value-not-printed.hint": "Add it to «table: columns» or remove it",
}
