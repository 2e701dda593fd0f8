import "@testing-library/jest-dom";
import { configure } from "@testing-library/react";
import { toHaveNoViolations } from "jest-axe";

expect.extend(toHaveNoViolations);

// Of what Fluent writes into style sheets no test in jsdom reads anything (the browser tests look at the real thing), but each
// question whether something is hidden goes through all of it: half the time of these tests.
CSSStyleSheet.prototype.insertRule = (): number => 0;

// A loaded machine takes its time; what hangs is still found.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
