import "@testing-library/jest-dom";
import { configure } from "@testing-library/react";
import { toHaveNoViolations } from "jest-axe";

expect.extend(toHaveNoViolations);

// A loaded machine takes its time; what hangs is still found.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
