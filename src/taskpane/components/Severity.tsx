/** How bad: a shape and a word, never a colour alone. */
import { CheckmarkCircle16Filled, ErrorCircle16Filled, Info16Regular, Warning16Filled } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import type { Severity as Level } from "../../core/model/finding";

const SHAPES: Readonly<Record<Level | "good", ReactElement>> = {
  error: <ErrorCircle16Filled aria-hidden />,
  warning: <Warning16Filled aria-hidden />,
  note: <Info16Regular aria-hidden />,
  good: <CheckmarkCircle16Filled aria-hidden />,
};

export function Severity({ level, children }: { readonly level: Level | "good"; readonly children: ReactNode }) {
  return (
    <span className={`severity ${level}`}>
      {SHAPES[level]}
      <span>{children}</span>
    </span>
  );
}
