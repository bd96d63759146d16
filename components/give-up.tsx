import { getTranslations } from "next-intl/server";
import type { WithdrawalCase } from "#domain/withdrawal/rules.ts";
import { formatDeadline } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

type GiveUpProps = {
  own: WithdrawalCase;
  locale: Locale;
  now: Date;
  giveUp: () => Promise<void>;
  keep: () => Promise<void>;
  /** Where somebody goes who changes their mind. */
  back?: string;
};

/** Asks once more and says what becomes of the place; afterwards it says what has become of it. */
export async function GiveUp({ own, locale, now, giveUp, keep, back }: GiveUpProps) {
  const t = await getTranslations("registration.withdrawal");
  const until = (moment: Date) => formatDeadline(moment, locale, now);
  if (own.cancelledAt) return <p className="lead">{t("cancelled")}</p>;
  if (own.state === "withdrawn") {
    return (
      <p className="notice" role="status">
        {t("done")}
      </p>
    );
  }
  if (own.completedAt) return <p className="lead">{t("over")}</p>;
  const { organisation, replacementAskedUntil: asked, wouldAskUntil } = own;
  if (asked) {
    return (
      <>
        <p className="notice" role="status">
          {t("asked", { organisation, until: until(asked) })}
        </p>
        <form action={keep}>
          <p className="deeds">
            <button className="button quiet" type="submit">
              {t("comeAfterAll")}
            </button>
          </p>
        </form>
      </>
    );
  }
  const seat = now < own.promotionEndsAt ? "seatToLine" : "seatToOrganiser";
  const open = now < own.registrationDeadline;
  return (
    <>
      <p className="lead">
        {wouldAskUntil
          ? t("wouldAsk", { organisation, until: until(wouldAskUntil) })
          : t(own.state === "waiting" ? "place" : seat)}
      </p>
      <p className="mt-s4">
        {open ? t("again", { deadline: until(own.registrationDeadline) }) : t("notAgain")}
      </p>
      <form action={giveUp}>
        <p className="deeds">
          <button className="button" type="submit">
            {t("submit")}
          </button>
          {back ? <a href={back}>{t("keep")}</a> : null}
        </p>
      </form>
    </>
  );
}
