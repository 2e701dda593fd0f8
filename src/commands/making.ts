/** What makes sheets, with its templates and the words of sheets: a part of its own, loaded when somebody makes one. */
export { addPlan } from "./addPlan";
export { newScorecard } from "./newScorecard";
export { ownTemplates } from "./ownTemplates";
export { templateList, templatePictures } from "./templateList";
