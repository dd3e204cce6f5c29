//! The chats of the page, in memory and on disk: a file of JSON lines per chat, each line one change, read again at the
//! start. It knows no person and no right: who may see a chat is decided where people come in.

use std::{
    collections::HashMap,
    fs::{self, File, OpenOptions},
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use jiff::Timestamp;
use tracing::warn;

use super::chat::{Change, Chat};

/// How far the count of updates is moved on at each start: far more than one run of the door can use.
const UPDATES_OF_A_RUN: i64 = 1_000_000_000;

/// Every chat of the page.
pub struct Book {
    dir: PathBuf,
    chats: HashMap<i64, Chat>,
}

impl Book {
    /// Reads the chats of this folder, which is made if there is none.
    pub fn open(dir: &Path) -> Result<Self> {
        for folder in [dir.join("chats"), dir.join("files")] {
            fs::create_dir_all(&folder).with_context(|| format!("make the folder {}", folder.display()))?;
        }
        let mut book = Self { dir: dir.to_owned(), chats: HashMap::new() };
        for entry in fs::read_dir(dir.join("chats")).context("list the chats of the page")? {
            let path = entry.context("list the chats of the page")?.path();
            let number = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
            if let Some(number) = number {
                book.chats.insert(number, read_chat(&path, number)?);
            }
        }
        Ok(book)
    }

    /// The chat of this number; empty before anything is said in it.
    pub fn chat(&mut self, number: i64) -> &mut Chat {
        self.chats.entry(number).or_default()
    }

    /// Writes the change down, then lets it happen.
    pub fn record(&mut self, number: i64, change: Change) -> Result<()> {
        let mut line = serde_json::to_vec(&change).context("write a change as JSON")?;
        line.push(b'\n');
        let mut file = self.log_of(number)?;
        file.write_all(&line).with_context(|| format!("write to chat {number}"))?;
        self.chat(number).apply(change);
        Ok(())
    }

    /// Where the bytes of this file lie.
    pub fn file(&self, stored: &str) -> PathBuf {
        self.dir.join("files").join(stored)
    }

    fn log_of(&self, number: i64) -> Result<File> {
        let path = self.dir.join("chats").join(format!("{number}.jsonl"));
        OpenOptions::new().create(true).append(true).open(path).with_context(|| format!("open the log of chat {number}"))
    }
}

/// Replays a chat. A line cut short by a crash is left out; it is ended here so that the next one starts afresh.
fn read_chat(path: &Path, number: i64) -> Result<Chat> {
    let mut chat = Chat::default();
    let mut reader = BufReader::new(File::open(path).with_context(|| format!("open the log of chat {number}"))?);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).with_context(|| format!("read chat {number}"))? > 0 {
        match serde_json::from_slice(&line) {
            Ok(change) => chat.apply(change),
            Err(_) => warn!(chat.id = number, "a line of chat {number} does not read; left out"),
        }
        if !line.ends_with(b"\n") {
            OpenOptions::new().append(true).open(path)?.write_all(b"\n").context("end a line cut short")?;
        }
        line.clear();
    }
    Ok(chat)
}

/// The first update id of this run: above the clock and above every id of every earlier run, even when the clock was
/// set back in between. Microseconds stay far below 2^53, so a browser could read them too.
pub fn first_update(dir: &Path) -> Result<i64> {
    let path = dir.join("updates");
    let saved = fs::read_to_string(&path).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    let first = Timestamp::now().as_microsecond().max(saved);
    let beside = dir.join("updates.new");
    fs::write(&beside, (first + UPDATES_OF_A_RUN).to_string()).context("write the count of updates")?;
    fs::rename(&beside, &path).context("put the count of updates in place")?;
    Ok(first)
}
