/** A workbook in the stand-in host with Microsoft's client on it, for tests in Node. */
import { newWorkbookData } from "../../../host/model/newWorkbook";
import { WorkbookModel } from "../../../host/model/workbookModel";
import { createWorkbook } from "../../../host/objects/workbook";
import { createHost } from "../../../host/wire/frame";
import type { Host } from "../../../host/wire/frame";
import { bootBare } from "../../support/bootHost";
import { FakeEngine } from "../model/fakeEngine";

export interface BootedWorkbook extends ReturnType<typeof bootBare> {
  readonly model: WorkbookModel;
  readonly engine: FakeEngine;
  readonly host: Host;
}

export function bootedWorkbook(...sheets: readonly string[]): BootedWorkbook {
  const engine = new FakeEngine();
  const model = new WorkbookModel(newWorkbookData(...sheets), engine, { thisYear: 2026 });
  const host = createHost(createWorkbook(model));
  return { ...bootBare(host), model, engine, host };
}

/** What the client throws, reduced to what an add-in can see. */
export interface SeenError {
  readonly code: string;
  readonly message: string;
  readonly location: string | undefined;
}

/** The error of a promise; fails when there is none. */
export async function refusalOf(work: Promise<unknown>): Promise<SeenError> {
  try {
    await work;
  } catch (error) {
    const { code, message, debugInfo } = error as OfficeExtension.Error;
    return { code, message, location: debugInfo.errorLocation };
  }
  throw new Error("Expected a refusal, but the batch succeeded.");
}
