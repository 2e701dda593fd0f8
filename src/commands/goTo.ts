/** Shows a place in the workbook. */
import type { Location } from "../core/model/location";
import { showLocation } from "../excel/navigation";
import { runBatch } from "../excel/runBatch";
import { stopped, succeeded } from "./outcomes";
import type { Outcome } from "./types";

export async function goTo(location: Location): Promise<Outcome<null>> {
  const shown = await runBatch(async (context) => {
    showLocation(context, location);
    await context.sync();
    return null;
  }, false);
  return shown.ok ? succeeded(null) : stopped(shown.problem);
}
