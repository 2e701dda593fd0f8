/** What is done with the people of a workbook after it was made: a part of its own, loaded when somebody opens it. */
import "../i18n/peopleTexts";

export { addRows } from "./addRows";
export { addPeople, removePeople } from "./people";
export { peopleDraft, protectSheets } from "./peopleDraft";
export { sortPeople } from "./sortPeople";
