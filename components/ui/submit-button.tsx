type SubmitButtonProps = {
  children: string;
  /** While an answer is awaited: the button stays in reach and reads `sending`, and does nothing. */
  pending?: boolean;
  sending?: string;
};

/** The deed of a form. Never `disabled`, which would drop the focus and say nothing. */
export function SubmitButton({ children, pending = false, sending }: SubmitButtonProps) {
  return (
    <button
      className="button"
      type="submit"
      aria-disabled={pending}
      {...(pending ? { onClick: (event) => event.preventDefault() } : {})}
    >
      {pending && sending ? sending : children}
    </button>
  );
}
