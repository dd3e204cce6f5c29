//! What each call does, and what each refusal becomes.

use std::time::Duration;

use puente::{
    domain::{Lang, Role},
    talk::{Address, Call, Done, Key, SendError},
};
use serde_json::Value;

use super::{door, person, staff};
use crate::standin::{BOT, Fault, Refusal, StandIn};

fn say(to: Address, html: &str) -> Call {
    Call::Say { to, html: html.into(), keys: Vec::new(), answers: None }
}

#[tokio::test]
async fn every_call_does_what_it_says() {
    let standin = StandIn::start().await;
    let messenger = door(standin.url()).messenger();
    let anna = standin.person(501, "Anna Li", "zh");
    let file = standin.sends_file(anna, "plan.pdf", "our plan");

    let opened =
        messenger.deliver(Call::OpenTopic { chat: staff(None), name: "Lead 7".repeat(40), icon: "❗️" }).await.unwrap();
    let topic = staff(Some(opened.topic.expect("a topic's number")));
    assert_eq!(standin.topic("Lead 7").await, topic.topic.unwrap());
    let take = vec![vec![Key { label: "Take".into(), payload: "take:7".into() }]];
    let card = Call::Say { to: topic, html: "<b>Lead 7</b> R&amp;D".into(), keys: take.clone(), answers: None };
    let card = messenger.deliver(card).await.unwrap().message.expect("a message's number");
    messenger.deliver(Call::Pin { to: topic, message: card }).await.unwrap();
    messenger.deliver(Call::Copy { to: topic, from: person(anna), message: file }).await.unwrap();
    let edit = Call::Edit { to: topic, message: card, html: "<b>Lead 7</b>, taken".into(), keys: take };
    messenger.deliver(edit.clone()).await.unwrap();
    assert_eq!(messenger.deliver(edit).await, Ok(Done::default()), "the same words again count as done");
    let bare = Call::Edit { to: topic, message: card, html: "<b>Lead 7</b>, taken".into(), keys: vec![] };
    messenger.deliver(bare).await.unwrap();
    let document = |name: &str| Call::Document {
        to: person(anna),
        name: name.into(),
        body: "{\"名\": \"李\"}\r\n".into(),
        caption: "<i>datos</i>".into(),
    };
    messenger.deliver(document("我的\"数据\".json")).await.unwrap();
    let commands = vec![("ask".into(), "提问".into())];
    let menu = Call::Menu { chat: person(anna), lang: Lang::Zh, role: Role::Partner, commands };
    assert_eq!(messenger.deliver(menu).await, Ok(Done::default()));

    let sent = standin.sent_to_topic(topic.topic.unwrap());
    assert_eq!((sent[0].text.as_str(), sent[0].pinned, sent[0].keys.len(), sent[0].edits), ("Lead 7, taken", true, 0, 2));
    assert_eq!(sent[1].file.as_ref().unwrap().0, "plan.pdf");
    let (name, body) = standin.sent_to(anna)[0].file.clone().unwrap();
    assert_eq!((name.as_str(), body.as_str()), ("我的_数据_.json", "{\"名\": \"李\"}\r\n"));
    assert_eq!(standin.world().menus[&anna], ["ask"]);

    let press = standin.presses_payload(anna, anna, 1, "menu");
    messenger.deliver(Call::Toast { callback: press.clone(), text: Some("Hecho".into()) }).await.unwrap();
    assert_eq!(standin.world().toasts[&press], "Hecho");
    messenger.deliver(Call::CloseTopic { topic }).await.unwrap();
    assert_eq!(messenger.deliver(Call::CloseTopic { topic }).await, Ok(Done::default()), "closed is closed");
    assert_eq!(messenger.deliver(say(topic, "x")).await, Err(SendError::TopicClosed));
    messenger.deliver(Call::ReopenTopic { topic }).await.unwrap();
    messenger.deliver(say(topic, "x")).await.unwrap();
}

#[tokio::test]
async fn a_topic_tells_by_its_icon_where_telegram_has_one() {
    let standin = StandIn::start().await;
    let messenger = door(standin.url()).messenger();
    let icon_of = |topic: i64| standin.world().group.topics[&topic].icon.clone();
    let open = |icon| messenger.deliver(Call::OpenTopic { chat: staff(None), name: "Lead".into(), icon });

    let topic = open("❗️").await.unwrap().topic.unwrap();
    assert_eq!(icon_of(topic).as_deref(), Some("❗"), "with or without the sign that asks for colours");
    let shows = |icon| messenger.deliver(Call::TopicIcon { topic: staff(Some(topic)), icon, name: None });
    shows("✅").await.unwrap();
    shows("✅").await.expect("the same icon again counts as done");
    assert_eq!(icon_of(topic).as_deref(), Some("✅"));
    shows("🦙").await.expect("an icon that Telegram does not have is left out");
    assert_eq!(icon_of(topic).as_deref(), Some("✅"));
    assert_eq!(standin.n_requests("getForumTopicIconStickers"), 1, "they are asked for once");

    standin.fails("createForumTopic", 1, Fault::Refuse(Refusal::bad("DOCUMENT_INVALID")));
    assert_eq!(icon_of(open("❗️").await.unwrap().topic.unwrap()), None, "a lead is not held up for an icon");
}

#[tokio::test]
async fn a_bot_api_without_icons_opens_topics_all_the_same() {
    let standin = StandIn::start().await;
    let messenger = door(standin.url()).messenger();
    standin.fails("getForumTopicIconStickers", 1, Fault::Refuse(Refusal { code: 404, ..Refusal::bad("Not Found") }));
    let open = Call::OpenTopic { chat: staff(None), name: "Lead".into(), icon: "❗️" };
    let topic = messenger.deliver(open).await.unwrap().topic.unwrap();
    let icons = |icon, name| Call::TopicIcon { topic: staff(Some(topic)), icon, name };
    assert_eq!(messenger.deliver(icons("✅", None)).await, Ok(Done::default()));
    assert_eq!(standin.n_requests("editForumTopic"), 0);
    messenger.deliver(icons("✅", Some("—".into()))).await.unwrap();
    let world = standin.world();
    assert_eq!((world.group.topics[&topic].icon.as_deref(), world.group.topics[&topic].name.as_str()), (None, "—"));
}

#[tokio::test]
async fn what_telegram_refuses_has_a_name() {
    let standin = StandIn::start().await;
    let messenger = door(standin.url()).messenger();
    let anna = standin.person(501, "Anna Li", "zh");
    let ask = async |call: Call| messenger.deliver(call).await.unwrap_err();
    let unreachable = |error: SendError| matches!(error, SendError::Unreachable(_));
    let refused = |error: SendError| matches!(error, SendError::Refused(_));
    let keyed = |label: &str, payload: String| {
        let keys = vec![vec![Key { label: label.into(), payload }]];
        Call::Say { to: person(anna), html: "x".into(), keys, answers: None }
    };

    assert!(unreachable(ask(say(person(999), "x")).await), "nobody has this number");
    assert!(unreachable(ask(say(person(anna), "x")).await), "she never wrote");
    standin.says(anna, "hola");
    standin.blocks(anna);
    assert!(unreachable(ask(say(person(anna), "x")).await), "she blocked the bot");
    standin.unblocks(anna);
    for html in ["", "  ", "<b>", "<br>", "a < b", &"x".repeat(4097)] {
        assert!(refused(ask(say(person(anna), html)).await), "{html}");
    }
    assert!(refused(ask(keyed("", "menu".into())).await));
    assert!(refused(ask(keyed("x", "y".repeat(65))).await));
    messenger.deliver(keyed("x", "y".repeat(64))).await.unwrap();
    let edit = Call::Edit { to: person(anna), message: 99_999, html: "x".into(), keys: vec![] };
    assert_eq!(ask(edit).await, SendError::MessageGone);
    let copy = Call::Copy { to: staff(None), from: person(anna), message: 99_999 };
    assert_eq!(ask(copy).await, SendError::MessageGone);
    let deleted = Call::Say { to: person(anna), html: "x".into(), keys: vec![], answers: Some(99_999) };
    messenger.deliver(deleted).await.unwrap();
    let old = Call::Toast { callback: "1".into(), text: None };
    assert_eq!(messenger.deliver(old).await, Ok(Done::default()));

    let open = || Call::OpenTopic { chat: staff(None), name: "Lead".into(), icon: "❗️" };
    let topic = messenger.deliver(open()).await.unwrap().topic;
    standin.deletes_topic(topic.unwrap());
    assert_eq!(ask(say(staff(topic), "x")).await, SendError::TopicGone);
    assert_eq!(ask(Call::CloseTopic { topic: staff(topic) }).await, SendError::TopicGone);
    standin.world().group.bot_manages_topics = false;
    assert!(refused(ask(open()).await));
    standin.world().group.forum = false;
    assert_eq!(ask(open()).await, SendError::NoTopics);
    standin.world().group.bot_is_member = false;
    assert!(unreachable(ask(say(staff(None), "x")).await));
    let new = standin.moves_group();
    assert_eq!(ask(say(staff(None), "x")).await, SendError::Moved(new));
}

#[tokio::test]
async fn trouble_on_the_way_has_a_name_and_never_shows_the_token() {
    let standin = StandIn::start().await;
    let telegram = door(standin.url());
    let messenger = telegram.messenger();
    let anna = standin.person(501, "Anna Li", "zh");
    standin.says(anna, "hola");
    let odd = Refusal { code: 400, description: "Bad Request: SOMETHING_NEW".into(), parameters: Value::Null };
    let mut shown = format!("{telegram:?}");
    for (fault, expected) in [
        (Fault::TooMany(7), "Wait(7s)"),
        (Fault::ErrorPage, "NoAnswer(\"HTTP 502 without a Bot API answer\")"),
        (Fault::Hang(Duration::from_secs(8)), "NoAnswer("),
        (Fault::DropAfter, "NoAnswer("),
        (Fault::Refuse(odd), "Refused(\"Bad Request: SOMETHING_NEW\")"),
    ] {
        standin.fails("*", 1, fault);
        let error = messenger.deliver(say(person(anna), "x")).await.unwrap_err();
        assert!(format!("{error:?}").starts_with(expected), "{error:?}");
        shown += &format!("{error:?} {error}");
    }
    assert_eq!(standin.sent_to(anna).len(), 1, "the broken connection had done its work");
    drop(standin);
    let nobody = door("http://127.0.0.1:1").messenger().deliver(say(person(anna), "x")).await.unwrap_err();
    assert!(matches!(nobody, SendError::NoAnswer(_)), "{nobody:?}");
    shown += &format!("{nobody:?} {nobody}");
    assert!(!shown.contains("secret") && !shown.contains("4242:"), "{shown}");
}

#[tokio::test]
async fn the_stand_in_shows_a_chat_as_people_see_it() {
    let standin = StandIn::start().await;
    let messenger = door(standin.url()).messenger();
    let anna = standin.person(501, "Anna Li", "zh");
    standin.says(anna, "/start");
    let keys = vec![vec![Key { label: "提问".into(), payload: "ask".into() }]];
    messenger.deliver(Call::Say { to: person(anna), html: "<b>欢迎</b>".into(), keys, answers: None }).await.unwrap();
    assert_eq!(standin.hears(anna, "欢迎").await.from, BOT);
    assert_eq!(standin.transcript(anna), "Anna Li: /start\n  bot: 欢迎\n       [提问]\n");
}
