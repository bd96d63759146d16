import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { PhotoWish } from "#components/photo-wish.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { Replacement } from "#components/replacement.tsx";
import { replacementCase } from "#domain/proposal/queries.ts";
import { fullName } from "#domain/registration/rules.ts";
import { localePath } from "#lib/locales.ts";
import { requireCoordinator } from "../../../require-coordinator.ts";
import { acceptFor, declineFor, makeHead, nameAnother, takeBack, wishFor } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replacement");
  return { title: t("title") };
}

/** A person of the municipality: somebody else in their place, or nobody. */
export default async function ReplacementPage({
  params,
  searchParams,
}: PageProps<"/[locale]/municipality/registrations/[registration]/replacement">) {
  const { registration } = await params;
  const page = `/registrations/${registration}/replacement`;
  const { locale, actor, path, now } = await requireCoordinator(params, page);
  const one = await replacementCase(actor, registration, now);
  if (!one) notFound();
  const place = { registrationId: one.registrationId, holderId: one.holderId };
  const t = await getTranslations("replacement");
  const home = localePath(locale, `/municipality/trips/${one.tripSlug}`);
  const inPhotographs = await getTranslations("registration.photographs");
  const { done } = await searchParams;
  const asked = one.replacementAskedUntil !== null;
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={home}>{one.organisation}</a>
      </p>
      <h1>{fullName(one) || t("unnamed")}</h1>
      <Replacement
        one={one}
        locale={locale}
        now={now}
        accept={acceptFor.bind(null, locale, place, one.proposal?.id ?? "")}
        decline={declineFor.bind(null, locale, place, one.proposal?.id ?? "")}
        replace={nameAnother.bind(null, locale, place)}
      />
      {one.isHead ? <p className="mt-s4">{t("isHead")}</p> : null}
      {one.inDelegation && !one.isHead && one.state !== "withdrawn" && fullName(one) ? (
        <section>
          <h2>{t("head")}</h2>
          <p>{t("headHint")}</p>
          <RecordForm
            action={makeHead.bind(null, locale, place)}
            initial={untouched()}
            fields={[]}
            submit={t("makeHead")}
            quiet
            formId="head"
          />
        </section>
      ) : null}
      {one.state !== "withdrawn" && fullName(one) ? (
        <section>
          {done === "photographs" ? (
            <p className="notice" role="status">
              {inPhotographs("saved")}
            </p>
          ) : null}
          <PhotoWish noPhotos={one.noPhotos} action={wishFor.bind(null, locale, place)} quiet />
        </section>
      ) : null}
      {one.state === "withdrawn" || one.refusal === "tripOver" ? null : (
        <section>
          <h2>{t("nobody")}</h2>
          <p>{t(one.refusal === "unnamed" || asked ? "nobodyGives" : "nobodyTold")}</p>
          <RecordForm
            action={takeBack.bind(null, locale, place)}
            initial={untouched()}
            fields={
              one.refusal === "unnamed" || asked
                ? []
                : [{ kind: "text", name: "reason", label: t("reason"), rows: 3 }]
            }
            submit={t("giveBack")}
            quiet
            formId="give-back"
          />
        </section>
      )}
    </PageShell>
  );
}
