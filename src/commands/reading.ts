/** What reads, judges and marks the open sheet: a part of its own, loaded after the pane stands. */
export { acceptFindings, withdrawAcceptance } from "./acceptFindings";
export { applyFix } from "./applyFix";
export { checkSheet } from "./checkSheet";
export { clearFlags } from "./clearFlags";
export { nextEmptyCell } from "./nextEmptyCell";
export { overview } from "./overview";
export { removeSample } from "./removeSample";
export { scoreAndRank } from "./scoreAndRank";
export { setStage } from "./setStage";
export { startWatching, watchStep } from "./watch";
