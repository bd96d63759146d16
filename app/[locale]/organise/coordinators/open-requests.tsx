import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { openRequests } from "#domain/role-request/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import { approve, turnDown } from "./actions.ts";

type OpenRequestsProps = {
  requests: NonNullable<Awaited<ReturnType<typeof openRequests>>>;
  locale: Locale;
};

/** Who asks for the role, each with a yes, and a no that needs its reason. */
export async function OpenRequests({ requests, locale }: OpenRequestsProps) {
  const t = await getTranslations("organise.coordinators");
  if (requests.length === 0) return null;
  return (
    <section>
      <h2>{t("requests", { count: requests.length })}</h2>
      <ul className="entries">
        {requests.map(({ requestId, organisation, name, email, note, askedAt, coordinators }) => (
          <li key={requestId}>
            <h3>{name || email}</h3>
            <p>
              {organisation} · <a href={`mailto:${email}`}>{email}</a>
            </p>
            <p>{t("note", { note })}</p>
            <p className="small">
              {t("asked", { stamp: formatStamp(askedAt, locale) })}{" "}
              {t("already", { count: coordinators })}
            </p>
            <RecordForm
              action={approve.bind(null, locale, requestId)}
              initial={untouched()}
              fields={[]}
              submit={t("approve")}
              formId={`approve-${requestId}`}
            />
            <div className="screen">
              <RecordForm
                action={turnDown.bind(null, locale, requestId)}
                initial={untouched()}
                fields={[
                  {
                    kind: "text",
                    name: "reason",
                    label: t("reason"),
                    hint: t("reasonHint"),
                    rows: 2,
                  },
                ]}
                submit={t("refuseNow")}
                formId={`refuse-${requestId}`}
                idPrefix={`${requestId}-`}
                fold={{ summary: t("refuse"), of: name || email }}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
