//! What staff and admins live through.

use std::time::Duration;

use puente::{
    domain::{Lang, LeadId, RequestId},
    i18n::I18n,
    talk::{Action, SendError, Text},
    text,
};

use crate::house::{ADMIN, ANNA, BORIS, House, STAFF_CHAT};

const ANA: i64 = 1 << 41;

fn plain(text: &Text) -> String {
    I18n::new().plain(Lang::En, text)
}

/// A house with one consultation in its queue.
async fn with_a_lead() -> House {
    let house = House::open().await;
    house.person(ANA).says("/start").await;
    house.person(ANA).says("/human ¿Pueden ayudarme con un contrato de licencia?").await;
    house
}

#[tokio::test]
async fn only_the_first_of_two_hands_takes_a_lead() {
    let house = with_a_lead().await;
    let topic = house.newest_topic();
    let (anna, boris) = (house.staff(ANNA, topic), house.staff(BORIS, topic));
    anna.presses(&plain(&text!("button-take"))).await;
    boris.presses_payload_of(&Action::Take(LeadId(1))).await;
    let refused = plain(&text!("staff-taken-by", number = 1, who = "Anna"));
    assert!(house.transcript().contains(&format!("toast: {refused}")), "{}", house.transcript());
    let mut tx = house.store.begin().await.unwrap();
    let owner = tx.lead(LeadId(1)).await.unwrap().unwrap().lead.held.owner.unwrap();
    assert_eq!(tx.staff_name(owner).await.unwrap(), "Anna");
}

#[tokio::test]
async fn a_hundred_parallel_taps_have_one_owner() {
    let house = with_a_lead().await;
    let taps = (0..100).map(|n| {
        let chat = house.staff(2000 + n, house.newest_topic()).chat;
        let said =
            puente::talk::Said::Pressed { action: Some(Action::Take(LeadId(1))), message: 1, callback: format!("c{n}") };
        house.incoming(chat, 2000 + n, said)
    });
    let mut hands = tokio::task::JoinSet::new();
    for tap in taps {
        let engine = house.engine();
        hands.spawn(async move { puente::talk::Intake::hand(&engine, tap).await.unwrap() });
    }
    while hands.join_next().await.is_some() {}
    house.settle().await;
    let taken = plain(&text!("staff-taken", number = 1, who = "Partner"));
    let refused = plain(&text!("staff-taken-by", number = 1, who = "Partner"));
    let said: Vec<String> = house.shown(STAFF_CHAT).into_iter().map(|shown| strip(&shown.html)).collect();
    assert_eq!(said.iter().filter(|words| **words == strip(&taken)).count(), 1);
    let told = house.transcript().lines().filter(|line| *line == format!("toast: {refused}")).count();
    assert_eq!(told, 99, "each in the small window over the button, none as a message in the group");
}

fn strip(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

#[tokio::test]
async fn plain_talk_in_a_topic_never_leaves_the_group() {
    let house = with_a_lead().await;
    let topic = house.newest_topic();
    let (anna, boris) = (house.staff(ANNA, topic), house.staff(BORIS, topic));
    let before = house.shown(ANA).len();
    anna.says("what do we do with this one").await;
    let card = anna.message_with("#1");
    boris.says_in_answer("no idea", Some(card)).await;
    anna.says("/note call them on Monday").await;
    assert_eq!(house.shown(ANA).len(), before);
}

#[tokio::test]
async fn answering_the_partners_words_answers_the_partner_and_takes_the_lead() {
    let house = with_a_lead().await;
    let anna = house.staff(ANNA, house.newest_topic());
    let words = anna.message_with("contrato de licencia");
    let words = if anna.hears().html.contains("contrato") { anna.hears().id } else { words };
    anna.says_in_answer("Sí, con gusto: ¿qué país?", Some(words)).await;
    let ana = house.person(ANA);
    assert!(ana.heard().contains("Sí, con gusto"), "{}", house.transcript());
    assert!(anna.heard().contains(&plain(&text!("receipt-sent"))), "{}", anna.heard());
    ana.says("Chile y China").await;
    assert!(anna.heard().contains("Chile y China"), "{}", house.transcript());
}

#[tokio::test]
async fn a_colleague_does_not_answer_over_the_owners_head() {
    let house = with_a_lead().await;
    let topic = house.newest_topic();
    house.staff(ANNA, topic).presses(&plain(&text!("button-take"))).await;
    let before = house.shown(ANA).len();
    house.staff(BORIS, topic).says("/reply me too").await;
    assert_eq!(house.shown(ANA).len(), before);
    assert!(house.staff(BORIS, topic).hears().html.contains("Anna"));
}

#[tokio::test]
async fn a_word_of_the_partner_opens_a_closed_lead_again() {
    let house = with_a_lead().await;
    let anna = house.staff(ANNA, house.newest_topic());
    anna.says("/reply listo").await;
    anna.says("/close").await;
    let ana = house.person(ANA);
    let answer = ana.message_with("listo");
    ana.says_in_answer("una cosa más", Some(answer)).await;
    assert!(anna.heard().contains("una cosa más"));
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.lead(LeadId(1)).await.unwrap().unwrap().lead.held.state.code(), "taken");
}

#[tokio::test]
async fn the_topics_icon_tells_the_state_and_is_set_once_for_each() {
    let house = with_a_lead().await;
    let topic = house.newest_topic();
    let anna = house.staff(ANNA, topic);
    anna.presses(&plain(&text!("button-take"))).await;
    anna.says("/note nothing new").await;
    anna.says("/reply listo").await;
    anna.says("/close").await;
    let ana = house.person(ANA);
    ana.says_in_answer("una cosa más", Some(ana.message_with("listo"))).await;
    let transcript = house.transcript();
    let icons = transcript.lines().filter_map(|line| line.split_once(" icon ").or(line.split_once(" + topic ")));
    let icons: Vec<&str> = icons.map(|(_, icon)| icon.split(' ').next().unwrap()).collect();
    assert_eq!(icons, ["❗️", "💬", "✅", "💬"], "{transcript}");
}

#[tokio::test]
async fn who_erases_their_data_leaves_a_closed_topic_whose_card_says_only_that() {
    let house = with_a_lead().await;
    let card = || {
        let shown = house.shown(STAFF_CHAT).into_iter().find(|shown| shown.topic == house.newest_topic());
        shown.expect("the card is first in its topic")
    };
    let before = card();
    assert!(!before.keys.is_empty(), "{before:?}");
    let ana = house.person(ANA);
    ana.says("/forget").await;
    ana.presses_action(&Action::ReallyForget).await;
    let after = card();
    assert_eq!(after.id, before.id, "the card is edited where it stands");
    assert!(after.html.contains(&plain(&text!("staff-partner-gone"))), "{}", after.html);
    assert_eq!((after.html.lines().count(), after.keys.len()), (2, 0), "{}", after.html);
    let transcript = house.transcript();
    let last = transcript.lines().rfind(|line| line.contains(" icon ")).expect("the icon is renewed");
    assert!(last.ends_with("✅ —"), "neither do the topic's own words stay: {transcript}");
}

#[tokio::test]
async fn the_queue_gives_the_oldest_first_and_knows_what_is_mine() {
    let house = with_a_lead().await;
    house.person(ANA + 1).says("/human second question for you").await;
    let anna = house.staff(ANNA, None);
    anna.says("/queue").await;
    assert!(anna.hears().html.contains("#1") && anna.hears().html.contains("#2"), "{}", anna.hears().html);
    anna.says("/next").await;
    anna.says("/mine").await;
    assert!(anna.hears().html.contains("#1") && !anna.hears().html.contains("#2"), "{}", anna.hears().html);
    anna.says("/next").await;
    anna.says("/queue").await;
    assert!(anna.hears().html.contains(&plain(&text!("queue-empty"))));
}

#[tokio::test]
async fn a_deleted_topic_is_opened_again_with_its_card_and_what_was_said() {
    let house = with_a_lead().await;
    let first = house.newest_topic();
    house.paper.refusals.lock().unwrap().insert(STAFF_CHAT, vec![SendError::TopicGone]);
    house.person(ANA).says("/start").await;
    house.staff(ANNA, first).says("/reply hello there").await;
    for _ in 0..200 {
        house.settle().await;
        tokio::time::sleep(Duration::from_millis(10)).await;
        if house.newest_topic() != first {
            break;
        }
    }
    let second = house.newest_topic();
    assert_ne!(first, second, "{}", house.transcript());
    let anna = house.staff(ANNA, second);
    assert!(house.shown(STAFF_CHAT).iter().any(|shown| shown.topic == second && !shown.keys.is_empty()), "{}", anna.heard());
    anna.waits_for("hello there").await;
    let retold = house.shown(STAFF_CHAT).into_iter().find(|shown| shown.html.contains("the old one was deleted")).unwrap();
    assert_eq!(retold.topic, second);
    assert!(retold.html.contains("Partner") && retold.html.contains("hello there"), "{}", retold.html);
    assert_eq!(house.parked().await, 0);
}

#[tokio::test]
async fn strangers_and_former_staff_have_no_rights() {
    let house = with_a_lead().await;
    let stranger = house.person(ANA + 7);
    for command in ["/queue", "/next", "/claim 1", "/reply 1 hello", "/close 1", "/note 1 x", "/reindex", "/gaps", "/health"]
    {
        stranger.says(command).await;
        assert_eq!(strip(&stranger.hears().html), strip(&I18n::new().plain(Lang::Es, &text!("not-allowed"))), "{command}");
    }
    stranger.sends_payload("take:1", 0).await;
    stranger.sends_payload("close:1", 0).await;
    stranger.sends_payload("match:1", 0).await;
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.lead(LeadId(1)).await.unwrap().unwrap().lead.held.state.code(), "waiting");
    drop(tx);
    let anna = house.staff(ANNA, None);
    anna.says("/queue").await;
    house.person(ANNA).says("/queue").await;
    assert!(house.person(ANNA).hears().html.contains("#1"));
    anna.does(puente::talk::Said::Left).await;
    house.person(ANNA).says("/queue").await;
    assert!(!house.person(ANNA).hears().html.contains("#1"));
    house.staff(BORIS, None).says("/reindex").await;
    assert!(
        strip(&house.staff(BORIS, None).hears().html).contains(&strip(&plain(&text!("not-allowed")))),
        "a group's member is no admin"
    );
}

#[tokio::test]
async fn the_points_that_are_shown_add_up() {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    crate::partner::send_for_staff(&ana).await;
    let mut tx = house.store.begin().await.unwrap();
    let found = tx.matches_of(RequestId(1)).await.unwrap();
    assert!(!found.is_empty(), "the sample directory holds a counterpart");
    drop(tx);
    let card = house.staff(ANNA, house.newest_topic()).heard();
    let mut checked = 0;
    for block in card.split("\n\n") {
        let Some(total) = block
            .lines()
            .next()
            .and_then(|line| line.split("/100").next())
            .and_then(|head| head.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok())
        else {
            continue;
        };
        let Some(sum) = block.lines().find(|line| line.contains(" + ")) else { continue };
        let sum: u32 = sum
            .split(" + ")
            .filter_map(|part| part.rsplit(|c: char| !c.is_ascii_digit()).find(|n| !n.is_empty())?.parse::<u32>().ok())
            .sum();
        assert_eq!(sum, total, "{block}");
        checked += 1;
    }
    assert!(checked > 0, "{card}");
}

#[tokio::test]
async fn a_reindex_is_told_to_who_asked_for_it_and_a_broken_file_by_name_and_line() {
    let folder = tempfile::tempdir().unwrap();
    copy(&crate::house::content().join("faq/tax"), &folder.path().join("faq/tax"));
    let house = House::open_over(folder.path().to_owned()).await;
    let admin = house.person(ADMIN);
    admin.says("/reindex").await;
    admin.waits_for("0").await;
    let broken = folder.path().join("faq/tax/cl-vat.toml");
    let text = std::fs::read_to_string(&broken).unwrap();
    std::fs::write(&broken, text.replacen("jurisdiction = ", "jurisdiction + ", 1)).unwrap();
    admin.says("/reindex").await;
    admin.waits_for("cl-vat.toml:").await;
    assert!(house.faq.entry("cl-vat").is_some(), "the old index keeps answering");
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        // Entries that are related to others outside this folder are related to none here.
        let text: String = text
            .lines()
            .map(|line| if line.starts_with("related = ") { "related = []\n".to_owned() } else { format!("{line}\n") })
            .collect();
        std::fs::write(to.join(entry.file_name()), text).unwrap();
    }
}
