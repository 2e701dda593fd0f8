/** Tells the add-in's own requests from those that Microsoft's client makes by itself. */
import { ActionType, PathType, type QueryRequest } from "./protocol";
import type { RequestEntry } from "./requestLog";

/** The client's own release of ranges and Office's own services are not the add-in's round trips. */
export function kindOf(request: QueryRequest): RequestEntry["kind"] {
  const real = request.Actions.filter((action) => action.ActionType !== ActionType.Trace);
  const paths = Object.values(request.ObjectPaths);
  if (paths.some((path) => path.ObjectPathType === PathType.New)) return "service";
  const releases = real.some((action) => action.Name === "_RemoveReference");
  const others = real.filter(
    (action) => action.Name !== "_RemoveReference" && action.ActionType !== ActionType.Instantiate,
  );
  return releases && others.length === 0 ? "release" : "query";
}
