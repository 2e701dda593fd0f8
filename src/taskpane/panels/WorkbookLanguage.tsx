/** The language of the open workbook: what a change touches and what it leaves alone, and three choices. */
import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { LanguageRequest, SheetLanguage } from "../../commands/types";
import { useWords } from "../hooks/words";

const LANGUAGES: readonly SheetLanguage[] = ["en", "zh-CN", "both"];

interface WorkbookLanguageProps {
  readonly disabled: boolean;
  readonly onChange: (request: LanguageRequest) => void;
}

export function WorkbookLanguage({ disabled, onChange }: WorkbookLanguageProps) {
  const { say } = useWords();
  const [to, setTo] = useState<SheetLanguage | null>(null);
  const [everywhere, setEverywhere] = useState(false);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled && to !== null) onChange({ to, scope: everywhere ? "workbook" : "sheet" });
      }}
    >
      <div className="tight">
        <p>{say("pane.workbookLanguage.touches")}</p>
        <p className="quiet">{say("pane.workbookLanguage.keeps")}</p>
      </div>
      <Field label={say("pane.workbookLanguage.to")}>
        <RadioGroup
          value={to ?? ""}
          onChange={(_, { value }) => setTo(LANGUAGES.find((language) => language === value) ?? null)}
        >
          {LANGUAGES.map((language) => (
            <Radio key={language} value={language} label={say(`pane.language.${language}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Checkbox
        checked={everywhere}
        onChange={(_, { checked }) => setEverywhere(checked === true)}
        label={say("pane.workbookLanguage.everywhere")}
      />
      <Button type="submit" appearance="primary" disabledFocusable={disabled || to === null}>
        {say("pane.workbookLanguage.change")}
      </Button>
    </form>
  );
}
