/** Tells what Excel would refuse (HostError) from a crash of the host, and gives both a place. */
import { HostError } from "../model/api";

/** The code of a crash: no code of Excel, so that no test takes one for the other. */
export const CRASH_CODE = "StandInHostCrashed";

/** A HostError gets its place if it has none; anything else passes as it is. */
export function locate(error: unknown, location: string): unknown {
  if (error instanceof HostError) error.location ??= location;
  return error;
}

/** Code, message, place and HTTP status of an exception, for the response. */
export function describeError(error: unknown): {
  readonly code: string;
  readonly message: string;
  readonly location?: string;
  readonly status: number;
} {
  if (error instanceof HostError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.location === undefined ? {} : { location: error.location }),
      status: error.code === "ItemNotFound" ? 404 : error.httpStatus,
    };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: CRASH_CODE, message: `The stand-in host crashed: ${text}`, status: 500 };
}
