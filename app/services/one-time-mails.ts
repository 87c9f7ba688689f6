type Letter = { subject: string; text: string };

/** The mail with a link to a new password. */
export function resetMail(link: string): Letter {
  return {
    subject: "Choose a new Greenroom password",
    text: [
      "Somebody asked for a new password for the Greenroom account with this address.",
      "Open this link within one hour to choose one. It works once, and for you alone:",
      link,
      "If it was not you, you need not do anything: your password stays as it is.",
      "",
    ].join("\n\n"),
  };
}

/** The mail with somebody's invitation. It says who asks and what to do, and nothing of what goes on there. */
export function invitationMail({ organisation, link }: { organisation: string; link: string }): Letter {
  return {
    subject: `${organisation} invites you to Greenroom`,
    text: [
      `${organisation} plans its livestreams with Greenroom and invites you to join.`,
      `Open this link within seven days. It works once, and for you alone:`,
      link,
      "If you did not expect this, you need not do anything.",
      "",
    ].join("\n\n"),
  };
}
