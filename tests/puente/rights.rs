//! Every command and every button, by everybody, in every kind of chat: nothing is shown or changed without the right to it.

use std::collections::BTreeMap;

use puente::{
    domain::{Lang, LeadId, PersonId, QuestionId, RequestId},
    i18n::I18n,
    talk::{Action, Chat, ChatKind, Command, Door, Incoming, Said, Text, Vote},
    text,
};

use crate::house::{ADMIN, ANNA, BORIS, House, STAFF_CHAT};

const ANA: i64 = 1 << 41;
const EVA: i64 = (1 << 41) + 1;
const OTHER_GROUP: i64 = -777;
/// Words of Ana's that nobody but she and the staff may ever see.
const SECRET: &str = "salmuera";

/// Tables that only those who may do something can change. What is left out counts visits and keeps what was said.
const GUARDED: [&str; 12] = [
    "request",
    "match",
    "lead",
    "lead_word",
    "lead_tag",
    "consent",
    "organisation",
    "opportunity",
    "ban",
    "erasure",
    "setting",
    "parked_turn",
];

async fn guarded(house: &House) -> BTreeMap<String, String> {
    let tables = puente::store::dump(&house.folder.path().join("puente.db")).await.unwrap();
    tables.into_iter().filter(|(table, _)| GUARDED.contains(&table.as_str())).collect()
}

/// A house in which Ana has a request, a question with a vote, and a talk with staff; and the number of messages in each chat.
async fn lived_in() -> House {
    let house = House::open().await;
    crate::partner::send_for_staff(&house.person(ANA)).await;
    house.person(ANA).says("¿cómo saco RUT?").await;
    house.person(ANA).says(&format!("/human algo más sobre la {SECRET}")).await;
    house.staff(ANNA, None).says("/claim 1").await;
    house.person(EVA).says("/start").await;
    house
}

fn typed(command: Command, message: i64, rest: &str) -> Said {
    Said::Command { command, rest: rest.to_owned(), message, reply_to: None }
}

fn refusal(lang: Lang) -> String {
    I18n::new().html(lang, &text!("not-allowed"))
}

/// What came of one act: the new messages in the chat it was done in.
async fn after(house: &House, chat: Chat, person: i64, said: Said) -> Vec<String> {
    let before = house.shown(chat.id).len();
    let incoming: Incoming = house.incoming(chat.clone(), person, said);
    house.hand(incoming).await.unwrap();
    house.shown(chat.id).into_iter().skip(before).map(|shown| shown.html).collect()
}

fn private(id: i64) -> Chat {
    Chat { door: Door::Web, id, kind: ChatKind::Private, topic: None }
}

fn group(id: i64) -> Chat {
    Chat { door: Door::Web, id, kind: ChatKind::Group, topic: None }
}

/// Words behind a command that would mean somebody else's things, if the command were allowed.
const RESTS: [&str; 4] = ["", "1", "1 palabras", "2199023255552"];

#[tokio::test]
async fn a_partner_gets_nothing_of_the_staff_or_the_admins() {
    let house = lived_in().await;
    let before = guarded(&house).await;
    let mut message = 10_000;
    for command in Command::STAFF.iter().chain(Command::ADMIN).filter(|command| !Command::PARTNER.contains(command)) {
        for rest in RESTS {
            message += 1;
            let told = after(&house, private(EVA), EVA, typed(*command, message, rest)).await;
            assert_eq!(told, [refusal(Lang::Es)], "/{} {rest}", command.code());
        }
    }
    assert_eq!(guarded(&house).await, before);
    assert_eq!(house.parked().await, 0);
}

#[tokio::test]
async fn staff_get_nothing_of_the_admins_in_the_group_or_alone() {
    let house = lived_in().await;
    house.staff(BORIS, None).says("/help").await;
    let before = guarded(&house).await;
    let mut message = 10_000;
    for command in Command::ADMIN {
        for (chat, lang) in [(group(STAFF_CHAT), Lang::En), (private(BORIS), Lang::Es)] {
            for rest in RESTS {
                message += 1;
                let told = after(&house, chat.clone(), BORIS, typed(*command, message, rest)).await;
                assert_eq!(told, [refusal(lang)], "/{} {rest} in {}", command.code(), chat.id);
            }
        }
    }
    assert_eq!(guarded(&house).await, before);
}

#[tokio::test]
async fn in_a_foreign_group_nothing_is_said_and_nothing_is_done() {
    let house = lived_in().await;
    let before = guarded(&house).await;
    let mut message = 10_000;
    for person in [EVA, ANA, ANNA, ADMIN] {
        for command in Command::ALL {
            message += 1;
            let told = after(&house, group(OTHER_GROUP), person, typed(*command, message, "1")).await;
            assert_eq!(told, [""; 0], "/{} by {person}", command.code());
        }
        for action in actions() {
            let pressed = Said::Pressed { action: Some(action.clone()), message: 1, callback: format!("x{message}") };
            let told = after(&house, group(OTHER_GROUP), person, pressed).await;
            assert_eq!(told, [""; 0], "{action:?} by {person}");
        }
    }
    assert_eq!(guarded(&house).await, before);
}

/// One of each button that means a thing with a number, each with numbers that are Ana's.
fn actions() -> Vec<Action> {
    let mut all = vec![
        Action::Menu,
        Action::Ask,
        Action::Browse,
        Action::MyRequests,
        Action::NewRequest,
        Action::Resume,
        Action::Human(None),
        Action::Speak(Lang::Pt),
    ];
    for n in 1..=3 {
        let (request, lead, question) = (RequestId(n), LeadId(n), QuestionId(n));
        all.extend([
            Action::Request(request),
            Action::Amend(request),
            Action::Withdraw(request),
            Action::ReallyWithdraw(request),
            Action::Take(lead),
            Action::Release(lead),
            Action::Close(lead),
            Action::Reopen(lead),
            Action::Matches(lead),
            Action::Merge { lead, into: LeadId(n + 1) },
            Action::Reader { person: PersonId(n), reads_only: true },
            Action::NoneOfThese(question),
            Action::NorThose(question),
            Action::Vote { question, vote: Vote::Down },
            Action::Human(Some(question)),
        ]);
    }
    all
}

#[tokio::test]
async fn forged_buttons_with_the_numbers_of_others_show_and_change_nothing_of_theirs() {
    let house = lived_in().await;
    let (before, anas) = (guarded(&house).await, house.shown(ANA).len());
    let staff = house.shown(STAFF_CHAT).len();
    for (n, action) in actions().into_iter().enumerate() {
        let pressed = Said::Pressed { action: Some(action.clone()), message: 1, callback: format!("forged{n}") };
        let told = after(&house, private(EVA), EVA, pressed).await;
        let is_staff_button = matches!(
            action,
            Action::Take(_)
                | Action::Release(_)
                | Action::Close(_)
                | Action::Reopen(_)
                | Action::Matches(_)
                | Action::Merge { .. }
                | Action::Reader { .. }
        );
        if is_staff_button {
            let lang = if told == [refusal(Lang::Pt)] { Lang::Pt } else { Lang::Es };
            assert_eq!(told, [refusal(lang)], "{action:?}");
        }
        // Eva's own dialogue may have moved; whatever she says next must not land at Ana's.
        after(&house, private(EVA), EVA, typed(Command::Cancel, 20_000, "")).await;
    }
    let heard: String = house.shown(EVA).into_iter().map(|shown| shown.html + "\n").collect();
    assert!(!heard.contains(SECRET) && !heard.contains("Universidad de Ejemplo"), "{heard}");
    let now = guarded(&house).await;
    for (table, rows) in &before {
        assert_eq!(now.get(table), Some(rows), "{table}");
    }
    assert_eq!(house.shown(ANA).len(), anas, "Ana hears nothing of it");
    assert_eq!(house.shown(STAFF_CHAT).len(), staff, "nor do staff");
    let votes = puente::store::dump(&house.folder.path().join("puente.db")).await.unwrap();
    let questions = &votes.iter().find(|(table, _)| table == "question").unwrap().1;
    assert!(!questions.contains("\"down\""), "a foreign vote does not count: {questions}");
    assert_eq!(house.parked().await, 0);
}

#[tokio::test]
async fn who_leaves_the_staff_chat_loses_every_right_at_once() {
    let house = lived_in().await;
    house.staff(BORIS, None).says("/queue").await;
    assert_ne!(after(&house, private(BORIS), BORIS, typed(Command::Queue, 1, "")).await, [refusal(Lang::Es)]);
    let left = house.incoming(group(STAFF_CHAT), BORIS, Said::Left);
    house.hand(left).await.unwrap();
    let before = guarded(&house).await;
    for command in Command::STAFF.iter().filter(|command| !Command::PARTNER.contains(command)) {
        let told = after(&house, private(BORIS), BORIS, typed(*command, 2, "1 x")).await;
        assert_eq!(told, [refusal(Lang::Es)], "/{}", command.code());
    }
    assert_eq!(guarded(&house).await, before);
}

#[tokio::test]
async fn the_menu_of_each_role_lists_what_it_may_use_and_nothing_else() {
    let every: Vec<Command> = Command::ALL.iter().copied().filter(|command| *command != Command::Unknown).collect();
    for command in every {
        let lists = [Command::PARTNER, Command::STAFF, Command::ADMIN];
        assert!(lists.iter().any(|list| list.contains(&command)), "/{} is in no menu", command.code());
        let label = Text::of_code(Command::LIST, command.code());
        for lang in Lang::ALL {
            assert!(!I18n::new().plain(*lang, &label).is_empty());
        }
    }
    assert!(Command::ADMIN.iter().all(|command| !Command::PARTNER.contains(command) && !Command::STAFF.contains(command)));
}

/// Boris's row, once he has been seen in the group.
async fn boris(house: &House) -> PersonId {
    house.staff(BORIS, None).says("/help").await;
    let mut tx = house.store.begin().await.unwrap();
    let desks = tx.desks("cl").await.unwrap();
    desks.into_iter().find(|desk| desk.name == "Boris").expect("Boris is staff").person
}

#[tokio::test]
async fn who_may_only_read_sees_the_queue_and_changes_nothing() {
    let house = lived_in().await;
    let person = boris(&house).await;
    let refused = I18n::new().html(Lang::En, &text!("reads-only"));
    house.staff(BORIS, None).says("/claim 2").await;
    house.staff(ADMIN, None).says("/readers").await;
    house.staff(ADMIN, None).presses("Boris").await;
    assert!(house.transcript().contains("Boris may only read from now on: lead #2"), "{}", house.transcript());

    let before = guarded(&house).await;
    let mut message = 20_000;
    let shows = ["queue", "mine", "lead", "find", "history", "stats", "help"];
    for command in Command::STAFF.iter().filter(|command| !Command::PARTNER.contains(command)) {
        for rest in RESTS {
            message += 1;
            let told = after(&house, group(STAFF_CHAT), BORIS, typed(*command, message, rest)).await;
            let is_refused = told == [refused.as_str()];
            assert_eq!(is_refused, !shows.contains(&command.code()), "/{} {rest}: {told:?}", command.code());
        }
    }
    let words = house.staff(BORIS, None).message_with(SECRET);
    house.staff(BORIS, None).says_in_answer("yo contesto", Some(words)).await;
    for action in actions() {
        message += 1;
        let pressed = Said::Pressed { action: Some(action), message: 1, callback: format!("r{message}") };
        after(&house, group(STAFF_CHAT), BORIS, pressed).await;
    }
    let theirs = Action::Reader { person, reads_only: false };
    house.staff(BORIS, None).presses_payload_of(&theirs).await;
    assert_eq!(guarded(&house).await, before);
    assert!(!house.person(ANA).heard().contains("yo contesto"));

    house.staff(ADMIN, None).presses("Boris").await;
    house.staff(BORIS, None).says("/claim 2").await;
    assert_ne!(guarded(&house).await, before, "and may work again when an admin says so");
}
