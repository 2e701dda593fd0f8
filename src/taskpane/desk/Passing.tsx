/** A template from a file and to a file: taken in whole or not at all, each fault named with its place. */
import { Button, Field, MessageBar, MessageBarBody, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { ReadFile, TemplateDesk as Desk } from "../../commands/deskTypes";
import type { AnyContent } from "../../core/schema/contentTypes";
import { useDeskWords } from "./words";

/** Nobody's template is larger; a film dropped here by mistake is not read. */
const MOST_BYTES = 4_000_000;
const MOST_SHOWN = 12;

type Refused = Extract<ReadFile, { readonly ok: false }>["faults"];

function Refusal({ faults }: { readonly faults: Refused }) {
  const { desk, tell } = useDeskWords();
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline" politeness="polite">
        <MessageBarBody>
          <p>{desk("refused", { count: faults.length })}</p>
          <ul className="tight">
            {faults.slice(0, MOST_SHOWN).map(({ path, reason, params }, i) => (
              <li key={i}>
                <code>{path}</code>
                <br />
                {tell({ key: `commands.desk.fault.${reason}`, params })}
              </li>
            ))}
          </ul>
          {faults.length > MOST_SHOWN && <p>{desk("more", { count: faults.length - MOST_SHOWN })}</p>}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

interface ImportProps {
  readonly desk: Desk;
  readonly disabled: boolean;
  readonly onContent: (content: AnyContent) => void;
}

export function Import({ desk, disabled, onContent }: ImportProps) {
  const words = useDeskWords();
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<Refused | null>(null);
  const take = (given: string): void => {
    const read = desk.readFile(given);
    setFaults(read.ok ? null : read.faults);
    if (read.ok) onContent(read.content);
  };
  const pick = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > MOST_BYTES) setFaults([{ path: "file", reason: "file-too-large", params: {} }]);
    else take(await file.text());
  };
  return (
    <form
      className="card tight"
      aria-label={words.desk("import")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled) take(text);
      }}
    >
      <Field label={words.desk("pick")}>
        <input
          type="file"
          accept=".json,application/json"
          disabled={disabled}
          onChange={({ currentTarget }) => {
            void pick(currentTarget.files?.[0]);
            // The same file, mended, can be chosen again.
            currentTarget.value = "";
          }}
        />
      </Field>
      <Field label={words.desk("paste")}>
        <Textarea rows={4} resize="vertical" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <Button type="submit" className="start" disabledFocusable={disabled || text.trim() === ""}>
        {words.desk("read")}
      </Button>
      {faults !== null && <Refusal faults={faults} />}
    </form>
  );
}

interface ExportProps {
  readonly desk: Desk;
  readonly content: AnyContent;
  readonly onDone: () => void;
}

/** A file where the browser lets one be saved, and the text for everywhere else: Excel on the desktop saves none. */
export function Export({ desk, content, onDone }: ExportProps) {
  const words = useDeskWords();
  const { fileName, text } = desk.textOf(content);
  const [said, setSaid] = useState("");
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(
      () => setSaid(words.desk("copied")),
      () => setSaid(words.desk("copyFailed")),
    );
  };
  const download = (): void => {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    Object.assign(link, { href: address, download: fileName });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  return (
    <section className="card tight">
      <Field label={words.desk("exported", { file: fileName })}>
        <Textarea readOnly rows={6} resize="vertical" value={text} onFocus={({ target }) => target.select()} />
      </Field>
      <div className="row">
        <Button size="small" onClick={download}>
          {words.desk("download")}
        </Button>
        <Button size="small" onClick={copy}>
          {words.desk("copy")}
        </Button>
        <Button size="small" onClick={onDone}>
          {words.desk("done")}
        </Button>
      </div>
      <p role="status" className="quiet">
        {said}
      </p>
    </section>
  );
}
