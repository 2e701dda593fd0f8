/** What is handed out before people are rated on the graphic scale. */
import { pointLines, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { ratedHandout } from "../../blueprint/ratedHandout";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) =>
    ratedHandout(
      context,
      { items: tables("ScaleItems"), item: ["item", "definition"], how: pointLines(context, "p") },
      "scalePoints",
    ),
};
