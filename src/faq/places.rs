//! Where content is read and where builds are kept: `<built>/<fingerprint>-<n>/` and a file `current` that names one of them.
//! A build is written completely and synced before `current` is replaced by a rename, so a crash leaves the old one or the new.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::PathBuf,
    time::SystemTime,
};

use jiff::civil::Date;

use super::{
    Problem, content, glossary,
    snapshot::{Snapshot, Source},
};

const CURRENT: &str = "current";

/// The folders of the FAQ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Where the content stands: holds `faq/` and `glossary.toml`.
    pub content: PathBuf,
    /// Where builds are kept; made when needed, and nothing else may be in it.
    pub built: PathBuf,
}

/// Why there is no FAQ to answer from.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Nothing usable was built before, and the content has problems.
    #[error("the FAQ content has {} problems; the first: {}", .0.len(), .0.first().map(ToString::to_string).unwrap_or_default())]
    Content(Vec<Problem>),
    /// The content is good, but the index cannot be written or read.
    #[error("the FAQ index cannot be built")]
    Build(#[source] anyhow::Error),
}

/// A build that is open.
pub(super) struct Build {
    name: String,
    seen: Option<Stamp>,
    pub snapshot: Snapshot,
}

/// Changes whenever `current` is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    file: u64,
}

impl Build {
    /// The name of its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it was built from.
    pub fn fingerprint(&self) -> &str {
        self.name.split('-').next().unwrap_or_default()
    }
}

impl Places {
    /// Reads and checks the content: what to build, and the warnings.
    pub(super) fn read(&self, today: Date) -> Result<(Source, Vec<Problem>), Vec<Problem>> {
        let mut content = content::read(&self.content.join("faq"), today);
        let glossary = glossary::read(&self.content).map_err(|problem| content.problems.push(problem)).unwrap_or_default();
        if content.problems.is_empty() {
            Ok((Source::new(content.entries, glossary), content.warnings))
        } else {
            Err(content.problems)
        }
    }

    /// Builds into a new folder, opens it to prove it, and makes it the current one.
    pub(super) fn build(&self, source: &Source) -> anyhow::Result<Build> {
        fs::create_dir_all(&self.built)?;
        let (name, folder) = self.new_folder(&source.fingerprint())?;
        let opened = Snapshot::build(&folder, source);
        let swapped = opened.and_then(|snapshot| {
            let previous = self.current();
            self.make_current(&name)?;
            Ok((snapshot, previous))
        });
        match swapped {
            Ok((snapshot, previous)) => {
                self.remove_all_but(&[Some(&name), previous.as_ref()]);
                Ok(Build { name, seen: self.stamp(), snapshot })
            }
            Err(error) => {
                // What was not finished is of no use to anybody, and the first error is the one to tell.
                let _ = fs::remove_dir_all(&folder);
                Err(error)
            }
        }
    }

    /// Opens the current build. An error says why there is none that can be used.
    pub(super) fn open_current(&self) -> anyhow::Result<Build> {
        // The stamp first: should `current` change in between, the next look sees it.
        let seen = self.stamp();
        let name = self.current().ok_or_else(|| anyhow::anyhow!("nothing was built in {}", self.built.display()))?;
        let snapshot = Snapshot::open(&self.built.join(&name))?;
        Ok(Build { name, seen, snapshot })
    }

    /// Whether `current` has not been replaced since this build was opened.
    pub(super) fn is_current(&self, build: &Build) -> bool {
        build.seen == self.stamp()
    }

    /// A failed build as a problem of the folder it was meant for.
    pub(super) fn problem(&self, error: &anyhow::Error) -> Problem {
        Problem { file: self.built.clone(), line: 1, what: format!("the index cannot be built: {error:#}") }
    }

    fn new_folder(&self, fingerprint: &str) -> io::Result<(String, PathBuf)> {
        let mut number = 1;
        loop {
            let name = format!("{fingerprint}-{number}");
            let folder = self.built.join(&name);
            match fs::create_dir(&folder) {
                Ok(()) => return Ok((name, folder)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
            }
        }
    }

    fn current(&self) -> Option<String> {
        let name = fs::read_to_string(self.built.join(CURRENT)).ok()?;
        let name = name.trim();
        // A name and not a path: what is deleted and opened stays inside the folder.
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        is_name.then(|| name.to_owned())
    }

    fn make_current(&self, name: &str) -> io::Result<()> {
        let draft = self.built.join(format!("{CURRENT}.{name}"));
        let mut file = File::create(&draft)?;
        file.write_all(name.as_bytes())?;
        file.sync_all()?;
        fs::rename(&draft, self.built.join(CURRENT))?;
        File::open(&self.built)?.sync_all()
    }

    fn stamp(&self) -> Option<Stamp> {
        let metadata = fs::metadata(self.built.join(CURRENT)).ok()?;
        #[cfg(unix)]
        let file = std::os::unix::fs::MetadataExt::ino(&metadata);
        #[cfg(not(unix))]
        let file = metadata.len();
        Some(Stamp { modified: metadata.modified().ok(), file })
    }

    /// Removes older builds. The previous one stays: another process may answer from it until it next looks.
    fn remove_all_but(&self, kept: &[Option<&String>]) {
        for item in fs::read_dir(&self.built).into_iter().flatten().flatten() {
            let name = item.file_name().to_string_lossy().into_owned();
            let is_build = item.path().is_dir() && name.split('-').count() == 2;
            if is_build
                && !kept.contains(&Some(&name))
                && let Err(error) = fs::remove_dir_all(item.path())
            {
                tracing::warn!(%error, "an old FAQ index cannot be removed");
            }
        }
    }
}
