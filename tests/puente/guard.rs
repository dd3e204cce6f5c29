//! Who is heard at all: floods, swarms, bans; and what hostile words look like once they are shown.

use jiff::SignedDuration;
use puente::{
    domain::Lang,
    i18n::I18n,
    talk::{Chat, ChatKind, Command, Door, Incoming, Intake, Said, Sender, Text, UpdateId},
    text,
};

use crate::house::{ADMIN, ANNA, BORIS, House, STAFF_CHAT};

const ANA: i64 = 1 << 41;
const EVA: i64 = (1 << 41) + 1;

fn plain(lang: Lang, text: &Text) -> String {
    I18n::new().plain(lang, text)
}

fn start(id: i64, user: i64, at: jiff::Timestamp) -> Incoming {
    Incoming {
        update: UpdateId { door: Door::Web, id },
        at,
        chat: Chat { door: Door::Web, id: user, kind: ChatKind::Private, topic: None },
        from: Sender { id: user, name: "X".into(), lang_hint: Some(Lang::Pt) },
        said: Said::Command { command: Command::Start, rest: String::new(), message: id, reply_to: None },
    }
}

#[tokio::test]
async fn a_flood_gets_answers_then_one_kind_word_then_silence_and_later_answers_again() {
    let house = House::open().await;
    let word = plain(Lang::Es, &text!("flood-wait"));
    let asks = async |n: i64, at: jiff::Timestamp| {
        let said = Said::Command { command: Command::Privacy, rest: String::new(), message: n, reply_to: None };
        let from = Sender { id: ANA, name: "Ana".into(), lang_hint: Some(Lang::Es) };
        house.hand(Incoming { said, from, ..start(7_000_000 + n, ANA, at) }).await.unwrap();
    };
    for n in 0..90 {
        asks(n, house.now).await;
    }
    let heard = house.person(ANA).heard();
    assert_eq!(heard.matches(&word).count(), 1, "one kind word");
    assert_eq!(house.shown(ANA).len(), 61, "sixty answers and the word");
    house.person(EVA).says("/privacy").await;
    assert!(!house.person(EVA).heard().contains(&word), "others are answered");

    asks(90, house.now + SignedDuration::from_secs(59)).await;
    assert_eq!(house.shown(ANA).len(), 61, "silence");
    asks(91, house.now + SignedDuration::from_secs(61)).await;
    assert_eq!(house.shown(ANA).len(), 62, "and after a minute it answers again");
    assert_eq!(house.parked().await, 0);
}

#[tokio::test]
async fn colleagues_in_their_group_are_never_silenced() {
    let house = House::open().await;
    for _ in 0..80 {
        house.staff(ANNA, None).says("/queue").await;
    }
    assert_eq!(house.shown(STAFF_CHAT).len(), 80);
}

#[tokio::test]
async fn a_swarm_of_ten_thousand_strangers_makes_no_topics_and_stops_nobody_who_is_known() {
    let house = House::open().await;
    house.person(ANA).says("/start").await;
    let before = house.shown(ANA).len();
    let mut hands = tokio::task::JoinSet::new();
    for n in 0..10_000_i64 {
        let (engine, swarm) = (house.engine(), start(5_000_000 + n, (1 << 42) + n, house.now));
        hands.spawn(async move { engine.hand(swarm).await });
    }
    while let Some(kept) = hands.join_next().await {
        kept.unwrap().unwrap();
    }
    let ana = start(6_000_000, ANA, house.now);
    let said = Said::Command { command: Command::Privacy, rest: String::new(), message: 1, reply_to: None };
    house.engine().hand(Incoming { said, ..ana }).await.unwrap();
    for _ in 0..2000 {
        if house.shown(ANA).len() > before {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert!(house.shown(ANA).len() > before, "who is known is answered");

    let file = house.folder.path().join("puente.db");
    let kept = |table: &'static str| {
        let file = file.clone();
        async move {
            let tables = puente::store::dump(&file).await.unwrap();
            let (_, rows) = tables.into_iter().find(|(name, _)| name == table).unwrap();
            serde_json::from_str::<Vec<serde_json::Value>>(&rows).unwrap().len()
        }
    };
    assert!(kept("person").await <= 1001, "no more strangers than can be greeted are kept");
    assert!(kept("outbox").await <= 5000);
    assert_eq!(kept("lead").await, 0);
    assert!(!house.transcript().contains("+ topic"));
    assert_eq!(house.parked().await, 0);
}

#[tokio::test]
async fn a_banned_person_is_told_once_and_then_not_heard_until_it_is_taken_back() {
    let house = House::open().await;
    let told = plain(Lang::Es, &text!("ban-told"));
    house.person(ANA).says("/start").await;
    house.person(ADMIN).says(&format!("/ban {ANA}")).await;
    let shown = house.person(ADMIN).hears().html;
    assert!(shown.contains(&ANA.to_string()) && shown.contains("/unban"), "{shown}");
    house.person(ADMIN).says(&format!("/ban {ANA}")).await;
    let lang = Lang::Es;
    assert_eq!(house.person(ADMIN).hears().html, plain(lang, &text!("ban-already", user = ANA.to_string())));

    let before = house.shown(ANA).len();
    for _ in 0..3 {
        house.person(ANA).says("¿cómo saco RUT?").await;
    }
    assert_eq!(house.shown(ANA).len(), before + 1);
    assert!(house.person(ANA).hears().html.contains(&told));

    let house = house.restart().await;
    house.person(ANA).says("¿sigo fuera?").await;
    assert_eq!(house.shown(ANA).len(), before + 1, "a restart neither ends a ban nor tells it again");

    house.person(ADMIN).says(&format!("/unban {ANA}")).await;
    house.person(ANA).says("/privacy").await;
    assert_eq!(house.shown(ANA).len(), before + 2);
    house.person(ADMIN).says("/unban 77").await;
    assert_eq!(house.person(ADMIN).hears().html, plain(lang, &text!("unban-was-not", user = "77")));
    house.person(ADMIN).says("/ban").await;
    assert_eq!(house.person(ADMIN).hears().html, plain(lang, &text!("ban-whom")));
}

#[tokio::test]
async fn an_admin_bans_by_answering_and_never_a_colleague() {
    let house = House::open().await;
    house.staff(BORIS, None).says("/queue").await;
    house.person(ADMIN).says(&format!("/ban {BORIS}")).await;
    assert!(house.person(ADMIN).hears().html.contains(&plain(Lang::Es, &text!("ban-not-staff", user = BORIS.to_string()))));

    house.person(ANA).says("/human compre seguidores baratos").await;
    let topic = house.newest_topic();
    let relayed = house.staff(ADMIN, topic).message_with("seguidores");
    house.staff(ANNA, topic).says_in_answer("/ban", Some(relayed)).await;
    assert!(house.staff(ANNA, topic).hears().html.contains(&plain(Lang::En, &text!("not-allowed"))), "staff may not");
    house.staff(ADMIN, topic).says_in_answer("/ban", Some(relayed)).await;
    let before = house.shown(ANA).len();
    house.person(ANA).says("más seguidores").await;
    house.person(ANA).says("más seguidores").await;
    assert_eq!(house.shown(ANA).len(), before + 1);
    assert!(!house.transcript().contains("< más seguidores"));
}

#[tokio::test]
async fn words_of_any_length_and_kind_are_answered_and_fail_no_turn() {
    let house = House::open().await;
    let ana = house.person(ANA);
    let endless = "litio ".repeat(50_000);
    let odd = ["\u{0}\u{1}\u{2}", "\u{202e}\u{202e}\u{202e}", "<b><i><a href='x'>", "{ $x }", "👩‍👩‍👧‍👦".repeat(300).as_str()]
        .map(str::to_owned);
    for words in odd.into_iter().chain([endless.clone(), "a".repeat(100_000), "中".repeat(30_000)]) {
        ana.says(&words).await;
        ana.says(&format!("/human {words}")).await;
        ana.says(&format!("/status {words}")).await;
        house.person(EVA).says("/request").await;
        house.person(EVA).says(&words).await;
        house.staff(ANNA, None).says(&format!("/reply 1 {words}")).await;
        house.staff(ANNA, None).says(&format!("/note 1 {words}")).await;
    }
    assert_eq!(house.parked().await, 0);
    for chat in [ANA, EVA, STAFF_CHAT] {
        for shown in house.shown(chat) {
            let plain_length = shown.html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").chars().count();
            assert!(
                plain_length <= 4096 + 200,
                "{plain_length} in {chat}: {}",
                shown.html.chars().take(200).collect::<String>()
            );
        }
    }
}

#[tokio::test]
async fn names_with_tags_and_hidden_characters_are_shown_harmless() {
    let house = House::open().await;
    house.person(ANA).says("/human ayuda con un contrato de licencia").await;
    let topic = house.newest_topic();
    let mut take = house.incoming(
        house.staff(ANNA, topic).chat,
        ANNA,
        Said::Command { command: Command::Claim, rest: String::new(), message: 900, reply_to: None },
    );
    take.from.name = "<a href=\"https://evil.example\">Eve</a>\u{202e}\u{200b}\u{feff}txet".into();
    house.hand(take).await.unwrap();
    let said = house.shown(STAFF_CHAT).iter().map(|shown| shown.html.clone()).collect::<Vec<_>>().join("\n");
    assert!(said.contains("&lt;a href=") && said.contains("txet"), "{said}");
    assert!(!said.contains("<a href=\"https://evil") && !said.contains(['\u{202e}', '\u{200b}', '\u{feff}']), "{said}");
}

#[tokio::test]
async fn one_person_opens_five_consultations_and_what_they_ask_beyond_is_added_to_the_last() {
    let house = House::open_small().await;
    let ana = house.person(ANA);
    for n in 1..=8 {
        ana.says(&format!("/human consulta número {n} sobre un contrato")).await;
    }
    assert_eq!(house.transcript().matches("+ topic").count(), 5, "{}", house.transcript());
    let last = house.staff(ANNA, house.newest_topic());
    for n in 5..=8 {
        assert!(last.heard().contains(&format!("consulta número {n} ")), "{}", last.heard());
    }
    last.says("/close").await;
    ana.says("/human y una más").await;
    assert_eq!(house.transcript().matches("+ topic").count(), 6, "a closed one makes room");
    assert_eq!(house.parked().await, 0);
}
