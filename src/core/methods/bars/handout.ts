/** What is handed out before people are rated by anchors. */
import { pointLines, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { ratedHandout } from "../../blueprint/ratedHandout";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) =>
    ratedHandout(
      context,
      { items: tables("BarsItems"), item: ["item"], how: pointLines(context, "a") },
      "anchorPoints",
    ),
};
