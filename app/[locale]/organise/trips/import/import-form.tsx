import { errorOf, type FormState } from "#components/form-state.ts";
import { RecordField, type RecordFieldFacts } from "#components/record-field.tsx";
import { SizedFileField } from "#components/sized-file-field.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";

type ImportFormProps = {
  action: string;
  /** Made with the page: what is sent with it twice is taken once. */
  sending: string;
  state: FormState;
  /** Asked of those who organise for several organisations. */
  organisation: RecordFieldFacts | null;
  mostBytes: number;
  texts: { file: string; fileHint: string; tooLarge: string; submit: string; back: string };
  backTo: string;
};

/** One file, and beside it everything that is wrong in it. */
export function ImportForm(props: ImportFormProps) {
  const { action, sending, state, organisation, mostBytes, texts, backTo } = props;
  return (
    <form id="form" method="post" encType="multipart/form-data" action={action} noValidate>
      <input type="hidden" name="key" value={sending} autoComplete="off" />
      <ErrorSummary title={state.title} errors={state.errors} />
      {organisation ? <RecordField field={organisation} state={state} /> : null}
      <SizedFileField
        name="file"
        label={texts.file}
        hint={texts.fileHint}
        error={errorOf(state, "file")}
        tooLarge={texts.tooLarge}
        mostBytes={mostBytes}
        accept=".json,application/json"
      >
        {state.errors
          .filter(({ name }) => name.startsWith("file."))
          .map(({ name, message }) => (
            <p key={name} id={name} className="error" tabIndex={-1}>
              {message}
            </p>
          ))}
      </SizedFileField>
      <p className="deeds">
        <button className="button" type="submit">
          {texts.submit}
        </button>
        <a href={backTo}>{texts.back}</a>
      </p>
    </form>
  );
}
