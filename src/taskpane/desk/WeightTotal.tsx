/** What the weights come to; one press makes it 100. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Severity } from "../components/Severity";
import { useDeskWords } from "./words";

interface WeightTotalProps<Draft> {
  readonly sum: number;
  /** With weights that make 100; null where there is nothing to scale. */
  readonly scaled: Draft | null;
  readonly onScaled: (draft: Draft) => void;
  readonly children?: ReactNode;
}

export function WeightTotal<Draft>({ sum, scaled, onScaled, children }: WeightTotalProps<Draft>) {
  const { desk, number } = useDeskWords();
  const gap = Math.round((100 - sum) * 1e6) / 1e6;
  const key = gap === 0 ? "total.good" : gap > 0 ? "total.short" : "total.over";
  return (
    <div className="row desk-total">
      <span role="status">
        <Severity level={gap === 0 ? "good" : "error"}>
          {desk(key, { sum: number(sum), gap: number(Math.abs(gap)) })}
        </Severity>
      </span>
      {scaled !== null && (
        <Button size="small" onClick={() => onScaled(scaled)}>
          {desk("scaleTo")}
        </Button>
      )}
      {children}
    </div>
  );
}
