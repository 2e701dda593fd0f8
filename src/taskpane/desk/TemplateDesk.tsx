/** The desk: templates of one's own, where they come from and where they go. */
import { Button, Field, MessageBar, MessageBarBody, Textarea } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Outcome, RunOptions, TemplateSummary } from "../../commands/types";
import type { ReadFile, TemplateDesk as Desk } from "../../commands/deskTypes";
import type { TemplateContent } from "../../core/schema/contentTypes";
import { blankDraft, draftOf, type TemplateDraft } from "../../core/templates/draft";
import type { DeskEditing } from "../panels/deskEditing";
import { ChoiceField } from "./fields";
import { TemplateEditor } from "./TemplateEditor";
import { useDeskWords } from "./words";

type Run = <T>(action: (options: RunOptions) => Promise<Outcome<T>>, kind?: "change" | "look") => Promise<T | null>;
interface TemplateDeskProps {
  readonly load: () => Promise<Desk>;
  readonly catalogue: () => Promise<readonly TemplateSummary[]>;
  readonly run: Run;
  readonly disabled: boolean;
  /** Changes when the workbook may have changed. */
  readonly revision: unknown;
  readonly editing: DeskEditing | null;
  readonly onEditing: (editing: DeskEditing | null) => void;
  readonly onUse: (id: string) => void;
}

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
  readonly onContent: (content: TemplateContent) => void;
}

function Import({ desk, disabled, onContent }: ImportProps) {
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
  readonly content: TemplateContent;
  readonly onDone: () => void;
}

/** A file where the browser lets one be saved, and the text for everywhere else: Excel on the desktop saves none. */
function Export({ desk, content, onDone }: ExportProps) {
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

interface CatalogueProps {
  readonly load: TemplateDeskProps["catalogue"];
  readonly onStart: (id: string) => void;
}

function Catalogue({ load, onStart }: CatalogueProps) {
  const { desk } = useDeskWords();
  const [offered, setOffered] = useState<readonly TemplateSummary[]>([]);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    let current = true;
    void load().then((all) => {
      if (current) setOffered(all.filter(({ kind, isOwn }) => kind === "scorecard" && isOwn !== true));
    });
    return () => {
      current = false;
    };
  }, [load]);
  const [first] = offered;
  if (first === undefined) return null;
  const id = chosen === "" ? first.id : chosen;
  return (
    <div className="card tight">
      <ChoiceField
        label={desk("choose")}
        path="catalogue"
        value={id}
        options={offered.map((template) => [template.id, template.name] as const)}
        onChange={setChosen}
      />
      <Button className="start" onClick={() => onStart(id)}>
        {desk("start")}
      </Button>
    </div>
  );
}

interface RowProps {
  readonly content: TemplateContent;
  readonly disabled: boolean;
  readonly onAction: (action: "use" | "edit" | "duplicate" | "export" | "delete") => void;
}

function Row({ content, disabled, onAction }: RowProps) {
  const { desk, say, nameOf } = { ...useDeskWords(), nameOf: useNameOf() };
  const name = nameOf(content.name);
  const button = (action: Parameters<RowProps["onAction"]>[0]) => (
    <Button
      key={action}
      size="small"
      {...(action === "use" ? { appearance: "primary" as const } : {})}
      disabledFocusable={disabled}
      aria-label={desk("of", { action: desk(action), name })}
      onClick={() => onAction(action)}
    >
      {desk(action)}
    </Button>
  );
  return (
    <li className="card tight">
      <div>
        <h2>{name}</h2>
        <p className="quiet">{say("pane.indicators", { count: content.lines.length })}</p>
      </div>
      <div className="row">{(["use", "edit", "duplicate", "export", "delete"] as const).map(button)}</div>
    </li>
  );
}

/** A name in the person's language, else in the other. */
function useNameOf(): (name: TemplateDraft["name"]) => string {
  const { desk, language } = useDeskWords();
  return (name) => name[language] ?? name.en ?? name["zh-CN"] ?? desk("untitled");
}

export function TemplateDesk(props: TemplateDeskProps) {
  const { load } = props;
  const { say } = useDeskWords();
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    let current = true;
    void load().then((loaded) => {
      if (current) setDesk(loaded);
    });
    return () => {
      current = false;
    };
  }, [load]);
  return desk === null ? <p className="quiet">{say("pane.working")}</p> : <LoadedDesk {...props} desk={desk} />;
}

const SOURCES = ["blank", "catalogue", "sheet", "import"] as const;

function LoadedDesk(props: TemplateDeskProps & { readonly desk: Desk }) {
  const { desk, run, disabled, revision, editing, onEditing, onUse, catalogue } = props;
  const words = useDeskWords();
  const nameOf = useNameOf();
  const [own, setOwn] = useState<readonly TemplateContent[] | null>(null);
  const [isEditing, setIsEditing] = useState(false);
  const [source, setSource] = useState<(typeof SOURCES)[number] | null>(null);
  const [exported, setExported] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void desk.list().then((listed) => {
      if (current) setOwn(listed.ok ? listed.value : []);
    });
    return () => {
      current = false;
    };
  }, [desk, revision]);
  const isChanged = editing !== null && editing.draft !== editing.kept;
  const edit = (draft: TemplateDraft, kept: TemplateDraft | null): void => {
    onEditing({ draft, kept });
    setIsEditing(true);
    setSource(null);
  };
  const refresh = async (): Promise<void> => {
    const listed = await desk.list();
    if (listed.ok) setOwn(listed.value);
  };
  if (editing !== null && isEditing) {
    const save = async (): Promise<void> => {
      const content = await run(() => desk.save(editing.draft));
      if (content === null) return;
      onEditing(null);
      setIsEditing(false);
      await refresh();
    };
    return (
      <TemplateEditor
        draft={editing.draft}
        onDraft={(draft) => onEditing({ ...editing, draft })}
        isChanged={isChanged}
        disabled={disabled}
        onSave={() => void save()}
        onLeave={() => {
          setIsEditing(false);
          if (!isChanged) onEditing(null);
        }}
      />
    );
  }
  const start = async (from: (typeof SOURCES)[number]): Promise<void> => {
    if (from === "blank") edit(blankDraft(), null);
    else if (from === "sheet") {
      const found = await run(() => desk.fromSheet(), "look");
      if (found !== null) edit(found.draft, null);
    } else setSource(source === from ? null : from);
  };
  const act: Readonly<Record<Parameters<RowProps["onAction"]>[0], (content: TemplateContent) => void>> = {
    use: ({ id }) => onUse(id),
    edit: (content) => {
      const draft = draftOf(content);
      edit(draft, draft);
    },
    duplicate: (content) => edit({ ...draftOf(content), id: "", name: copied(content.name) }, null),
    export: ({ id }) => setExported(exported === id ? null : id),
    delete: ({ id }) => void run(() => desk.remove(id)).then(refresh),
  };
  const copied = (name: TemplateDraft["name"]): TemplateDraft["name"] =>
    Object.fromEntries(
      Object.entries(name).map(([language, said]) => [language, words.desk("copyName", { name: said })]),
    );
  return (
    <div className="stack">
      <p className="quiet">{words.desk("intro")}</p>
      {editing !== null && isChanged && (
        <section className="card tight">
          <p>{words.desk("unsaved", { name: nameOf(editing.draft.name) })}</p>
          <div className="pair">
            <Button appearance="primary" onClick={() => setIsEditing(true)}>
              {words.desk("continue")}
            </Button>
            <Button onClick={() => onEditing(null)}>{words.desk("discard")}</Button>
          </div>
        </section>
      )}
      {own?.length === 0 && <p>{words.desk("none")}</p>}
      <ul className="tight">
        {own?.map((content) => (
          <Row key={content.id} content={content} disabled={disabled} onAction={(action) => act[action](content)} />
        ))}
      </ul>
      {own
        ?.filter(({ id }) => id === exported)
        .map((content) => (
          <Export key={content.id} desk={desk} content={content} onDone={() => setExported(null)} />
        ))}
      {!isChanged && (
        <section className="tight">
          <h2>{words.desk("new")}</h2>
          <div className="pair">
            {SOURCES.map((from) => (
              <Button
                key={from}
                disabledFocusable={disabled}
                {...(from === "catalogue" || from === "import" ? { "aria-expanded": source === from } : {})}
                onClick={() => void start(from)}
              >
                {words.desk(from)}
              </Button>
            ))}
          </div>
          {source === "catalogue" && (
            <Catalogue
              load={catalogue}
              onStart={(id) =>
                void desk.fromCatalogue(id).then((draft) => {
                  if (draft !== null) edit(draft, null);
                })
              }
            />
          )}
          {source === "import" && (
            <Import
              desk={desk}
              disabled={disabled}
              onContent={(content) =>
                void run(() => desk.keep(content)).then(async (kept) => {
                  if (kept !== null) setSource(null);
                  await refresh();
                })
              }
            />
          )}
        </section>
      )}
    </div>
  );
}
