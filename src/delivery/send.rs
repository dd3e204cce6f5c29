//! One row of the outbox into its calls: where it goes, in which language, and what a refusal means for it.
//! A lead's topic is opened when something is first to be said in it, and again when somebody deleted it.

use std::time::Duration;

use anyhow::{Context, Result};

use super::{Delivery, MOST_TRIES, back_off};
use crate::{
    domain::{Lang, LeadId, LeadState, Role},
    faq::Faq,
    picture::{self, Group, Page, Tile},
    store::{Due, LeadPlace, NAMELESS, Sent},
    talk::{
        Address, Call, Chart, ChatKind, Command, Done, Door, Incoming, Key, Message, Place, Post, Said, SendError, Sender,
        Text, UpdateId, Work, WorkDone,
    },
};

/// The one named outcome of a try.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Done; where it appeared, if it did.
    Sent(Option<Sent>),
    RetryAt {
        wait: Duration,
        trouble: String,
        whole_door: bool,
    },
    /// The chat cannot be written to any more.
    Unreachable(String),
    /// Parked for a person to see.
    Refused(String),
}

/// What a try met: a message, or a refusal to be acted on.
type Tried = Result<Option<Sent>, SendError>;

impl Delivery {
    /// Sends a row once. The row given back is the one that was sent: cards are folded into their newest.
    pub(super) async fn send(&self, mut due: Due) -> Result<(Due, Outcome)> {
        if let Some(fold) = due.fold.clone() {
            let mut tx = self.store.begin().await?;
            if let Some(newest) = tx.fold_into(due.id, &fold).await? {
                due.post = newest;
            }
            tx.commit().await?;
        }
        let tried = match due.place {
            Place::House => return self.work(due).await,
            Place::Chat(to) => self.post(to, &due.post).await?,
            Place::Staff => match self.staff_chat_now().await? {
                Some(to) => self.post(to, &due.post).await?,
                None => return Ok((due, no_staff_chat())),
            },
            Place::Lead(lead) => match self.staff_chat_now().await? {
                Some(chat) => self.post_in_lead(chat, lead, &due.post).await?,
                None => return Ok((due, no_staff_chat())),
            },
        };
        let outcome = match tried {
            Ok(sent) => Outcome::Sent(sent),
            Err(error) => self.meant(&due, error).await?,
        };
        Ok((due, outcome))
    }

    /// What a refusal means for the row.
    async fn meant(&self, due: &Due, error: SendError) -> Result<Outcome> {
        let trouble = error.to_string();
        Ok(match error {
            SendError::Wait(wait) => Outcome::RetryAt { wait, trouble, whole_door: true },
            SendError::NoAnswer(_) => Outcome::RetryAt { wait: back_off(due.attempts), trouble, whole_door: false },
            SendError::Moved(to) => {
                let from = match due.place {
                    Place::Chat(to) => Some(to),
                    _ => self.staff_chat_now().await?,
                };
                match from {
                    Some(from) => self.follow(from, to).await?,
                    None => Outcome::RetryAt { wait: back_off(due.attempts), trouble, whole_door: false },
                }
            }
            SendError::Unreachable(_) if matches!(due.place, Place::Chat(_)) => Outcome::Unreachable(trouble),
            // The staff chat itself is out of reach: a lead is not lost for that, it waits until somebody has mended it.
            SendError::Unreachable(_) | SendError::NoTopics => {
                tracing::error!(outbox.id = %due.id, "the staff chat cannot be written to: {trouble}");
                Outcome::RetryAt { wait: back_off(due.attempts), trouble, whole_door: false }
            }
            SendError::TopicGone | SendError::TopicClosed if due.attempts < MOST_TRIES => {
                Outcome::RetryAt { wait: Duration::from_millis(200), trouble, whole_door: false }
            }
            // What was to be edited is gone: nothing is lost, the next message tells the state.
            SendError::MessageGone => Outcome::Sent(None),
            SendError::TopicGone | SendError::TopicClosed | SendError::Refused(_) => {
                self.group_refused(due, &trouble).await?.unwrap_or(Outcome::Refused(trouble))
            }
        })
    }

    /// Sends into a lead's topic: opened first if need be, its card before everything else.
    async fn post_in_lead(&self, chat: Address, lead: LeadId, post: &Post) -> Result<Tried> {
        let Some(mut place) = self.store.lead_place(lead).await? else { return Ok(Ok(None)) };
        if place.topic.is_none() && !place.flat {
            if matches!(post, Post::CloseTopic | Post::ReopenTopic) {
                return Ok(Ok(None));
            }
            match self.call(chat, Call::OpenTopic { chat, name: place.topic_name.clone(), icon: icon(place.state) }).await? {
                Ok(done) => (place.topic, place.icon_shows) = (done.topic, Some(place.state)),
                Err(SendError::NoTopics) => place.flat = true,
                Err(error) => return Ok(Err(error)),
            }
            self.keep_place(lead, &place).await?;
        }
        let to = Address { topic: place.topic, ..chat };
        let tried = self.post_beside_card(to, lead, &mut place, post).await?;
        match tried {
            Err(SendError::TopicGone) => {
                place = LeadPlace { topic: None, card_message: None, ..place };
                self.keep_place(lead, &place).await?;
                self.retell(lead).await?;
            }
            Err(SendError::TopicClosed) => {
                // Not this try's business whether it works: the next one sees.
                let _ = self.call(to, Call::ReopenTopic { topic: to }).await?;
            }
            _ => {}
        }
        Ok(tried)
    }

    async fn post_beside_card(&self, to: Address, lead: LeadId, place: &mut LeadPlace, post: &Post) -> Result<Tried> {
        if let Post::Card(card) = post {
            let shown = self.show_card(to, lead, place, card).await?;
            if shown.is_ok() {
                self.show_icon(to, lead, place).await?;
            }
            return Ok(shown);
        }
        if place.card_message.is_none()
            && let Some(card) = place.card.clone()
            && let Err(error) = self.show_card(to, lead, place, &card).await?
        {
            return Ok(Err(error));
        }
        // Without topics everything about a lead answers to its card.
        match post {
            Post::CloseTopic | Post::ReopenTopic if place.flat => Ok(Ok(None)),
            Post::Say(message) | Post::Relay(message) if place.flat => self.say(to, message, place.card_message).await,
            post => self.post(to, post).await,
        }
    }

    /// The card in its place: edited where it stands, else posted and pinned.
    async fn show_card(&self, to: Address, lead: LeadId, place: &mut LeadPlace, card: &Message) -> Result<Tried> {
        if let Some(message) = place.card_message {
            let (html, keys) = self.spoken(self.lang_at(&to).await?, card);
            match self.call(to, Call::Edit { to, message, html, keys }).await? {
                Err(SendError::MessageGone) => place.card_message = None,
                other => return Ok(other.map(|_| Some(Sent { to, message }))),
            }
        }
        let sent = match self.say(to, card, None).await? {
            Ok(Some(sent)) => sent,
            other => return Ok(other),
        };
        place.card_message = Some(sent.message);
        self.keep_place(lead, place).await?;
        // A card that is not pinned is still a card.
        if let Err(error) = self.call(to, Call::Pin { to, message: sent.message }).await? {
            tracing::warn!(lead.id = %lead, "the card is not pinned: {error}");
            if matches!(error, SendError::Refused(_)) {
                self.not_pinned().await?;
            }
        }
        Ok(Ok(Some(sent)))
    }

    /// The topic's icon tells how far its lead is. It is an ornament: whatever refuses it holds nothing up, and silence is made
    /// up for with the next card.
    async fn show_icon(&self, to: Address, lead: LeadId, place: &mut LeadPlace) -> Result<()> {
        if place.flat || place.icon_shows == Some(place.state) {
            return Ok(());
        }
        // The words of somebody who erased their data do not stay in the topic's name; otherwise staff call it what they like.
        let name = (place.topic_name == NAMELESS).then(|| place.topic_name.clone());
        match self.call(to, Call::TopicIcon { topic: to, icon: icon(place.state), name }).await? {
            Err(SendError::NoAnswer(_) | SendError::Wait(_)) => Ok(()),
            _ => {
                place.icon_shows = Some(place.state);
                self.keep_place(lead, place).await
            }
        }
    }

    async fn keep_place(&self, lead: LeadId, place: &LeadPlace) -> Result<()> {
        let mut tx = self.store.begin().await?;
        tx.place_lead(lead, place).await?;
        tx.commit().await
    }

    /// Sends one post to a chat.
    async fn post(&self, to: Address, post: &Post) -> Result<Tried> {
        let call = match post {
            Post::Say(message) | Post::Card(message) | Post::Relay(message) | Post::ToPartner { message, .. } => {
                return self.say(to, message, None).await;
            }
            Post::Answer { message, to: answered } => return self.say(to, message, Some(*answered)).await,
            Post::Edit { message, of } => return self.edit(to, message, *of).await,
            Post::Correct { message, of, .. } => return self.edit(to, message, *of).await,
            Post::Unsay { of, .. } => Call::Delete { to, message: *of },
            Post::Copy { from, message, .. } => Call::Copy { to, from: *from, message: *message },
            Post::Toast { callback, text } => {
                let lang = self.lang_at(&to).await?;
                Call::Toast { callback: callback.clone(), text: text.as_ref().map(|text| self.i18n.plain(lang, text)) }
            }
            Post::CloseTopic => Call::CloseTopic { topic: to },
            Post::ReopenTopic => Call::ReopenTopic { topic: to },
            Post::Menu { role } => self.menu(to, *role).await?,
            Post::Document { name, body, caption } => {
                let caption = self.i18n.html(self.lang_at(&to).await?, caption);
                Call::Document { to, name: name.clone(), body: body.clone().into_bytes(), caption }
            }
            Post::Export { what, format } => self.export(to, *what, *format).await?,
            Post::Chart { chart, caption } => self.photo(to, chart, caption).await?,
            Post::Work(_) => return Ok(Ok(None)),
        };
        Ok(self.call(to, call).await?.map(|done| done.message.map(|message| Sent { to, message })))
    }

    /// Figures drawn in the language of the chat.
    async fn photo(&self, to: Address, chart: &Chart, caption: &Text) -> Result<Call> {
        let lang = self.lang_at(&to).await?;
        let plain = |text: &Text| self.i18n.plain(lang, text);
        let empty = plain(&crate::text!("stats-none"));
        let page = Page {
            title: plain(&chart.title),
            subtitle: plain(&chart.subtitle),
            tiles: chart
                .tiles
                .iter()
                .map(|tile| Tile { value: plain(&tile.value), label: plain(&tile.label), tone: tile.tone })
                .collect(),
            groups: chart
                .groups
                .iter()
                .map(|group| Group {
                    title: plain(&group.title),
                    bars: group.bars.iter().map(|(label, value)| (plain(label), *value)).collect(),
                    empty: empty.clone(),
                    span: group.span,
                })
                .collect(),
        };
        let png = tokio::task::spawn_blocking(move || picture::png(&page)).await.context("draw a picture")??;
        Ok(Call::Photo { to, name: "puente.png".into(), png, caption: self.i18n.html(lang, caption) })
    }

    async fn say(&self, to: Address, message: &Message, answers: Option<i64>) -> Result<Tried> {
        let (html, keys) = self.spoken(self.lang_at(&to).await?, message);
        let done = self.call(to, Call::Say { to, html, keys, answers }).await?;
        Ok(done.map(|done| done.message.map(|message| Sent { to, message })))
    }

    /// An edit; where the message is gone or too old, the words are said anew, because somebody waits for them.
    async fn edit(&self, to: Address, message: &Message, of: i64) -> Result<Tried> {
        let (html, keys) = self.spoken(self.lang_at(&to).await?, message);
        match self.call(to, Call::Edit { to, message: of, html, keys }).await? {
            Err(SendError::MessageGone) => self.say(to, message, None).await,
            other => Ok(other.map(|_| Some(Sent { to, message: of }))),
        }
    }

    async fn menu(&self, to: Address, role: Role) -> Result<Call> {
        let lang = self.lang_at(&to).await?;
        let mut listed: Vec<Command> = match to.kind {
            ChatKind::Private => Command::PARTNER.to_vec(),
            ChatKind::Group => Vec::new(),
        };
        if role != Role::Partner {
            listed.extend(Command::STAFF.iter().filter(|command| !Command::PARTNER.contains(command)));
        }
        if role == Role::Admin {
            listed.extend(Command::ADMIN);
        }
        let commands = listed
            .into_iter()
            .map(|command| (command.code().to_owned(), self.i18n.plain(lang, &Text::of_code(Command::LIST, command.code()))))
            .collect();
        Ok(Call::Menu { chat: to, lang, role, commands })
    }

    /// A message in this language: HTML, and its keys.
    fn spoken(&self, lang: Lang, message: &Message) -> (String, Vec<Vec<Key>>) {
        let key = |button: &crate::talk::Button| Key {
            label: self.i18n.plain(lang, &button.label),
            payload: button.action.encode(),
        };
        let keys = message.rows.iter().map(|row| row.iter().map(key).collect()).collect();
        (self.i18n.html(lang, &message.text), keys)
    }

    pub(super) async fn lang_at(&self, to: &Address) -> Result<Lang> {
        // The only group that is spoken to is the staff's, under whatever number it has now.
        let default = if to.kind == ChatKind::Group { self.staff_lang } else { Lang::Es };
        Ok(self.store.lang_at(to).await?.unwrap_or(default))
    }

    async fn call(&self, to: Address, call: Call) -> Result<Result<Done, SendError>> {
        let (messenger, _) = self.doors.get(&to.door).with_context(|| format!("the door {} is not open", to.door.code()))?;
        Ok(messenger.deliver(call).await)
    }

    /// Slow work: done here, its result handed in like everything else that happens.
    async fn work(&self, due: Due) -> Result<(Due, Outcome)> {
        let done = match due.post {
            Post::Work(Work::Reindex { asked_in }) => {
                let faq = self.faq.clone();
                tokio::task::spawn_blocking(move || reindex(&faq, asked_in)).await.context("rebuild the index")?
            }
            Post::Work(Work::Checkup { asked_in }) => WorkDone::CheckedUp { asked_in, faults: (self.doctor)().await },
            _ => return Ok((due, Outcome::Refused("not a work".into()))),
        };
        let incoming = Incoming {
            update: UpdateId { door: Door::Inside, id: due.id.0 },
            at: (self.clock)(),
            chat: crate::talk::Chat { door: Door::Inside, id: 0, kind: ChatKind::Private, topic: None },
            from: Sender { id: 0, name: String::new(), lang_hint: None },
            said: Said::Done(done),
        };
        let outcome = match self.intake.hand(incoming).await {
            Ok(()) => Outcome::Sent(None),
            Err(error) => Outcome::RetryAt { wait: Duration::from_secs(2), trouble: error.to_string(), whole_door: false },
        };
        Ok((due, outcome))
    }
}

fn reindex(faq: &Faq, asked_in: Address) -> WorkDone {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match faq.reindex() {
        Ok(difference) => WorkDone::Reindexed {
            asked_in,
            added: number(difference.added.len()),
            changed: number(difference.changed.len()),
            removed: number(difference.removed.len()),
            same: number(difference.same.len()),
            warnings: number(difference.warnings.len()),
        },
        Err(problems) => WorkDone::ReindexRefused { asked_in, problems: problems.iter().map(ToString::to_string).collect() },
    }
}

/// The icon of a topic, one of those that Telegram gives to every group.
fn icon(state: LeadState) -> &'static str {
    match state {
        LeadState::Waiting => "❗️",
        LeadState::Taken => "💬",
        LeadState::Closed => "✅",
    }
}

/// Leads wait until there is a staff chat to show them in.
fn no_staff_chat() -> Outcome {
    let trouble = "no staff chat is configured (PUENTE_STAFF_CHAT)".to_owned();
    Outcome::RetryAt { wait: Duration::from_secs(300), trouble, whole_door: false }
}
