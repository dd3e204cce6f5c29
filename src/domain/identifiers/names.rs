//! The names of a side: of its organisation as it wrote it and as others write it, and of the people it names as its contact.
//! A name is found in any spelling; the words in it that say only what kind of house it is do not count by themselves.

use std::{collections::BTreeSet, ops::Range, sync::LazyLock};

use regex::Regex;

use super::skeleton::Skeleton;

/// Legal forms at the end of a name.
const FORMS: &str = "spa s.a. s.a sa ltda limitada ltd limited eirl e.i.r.l. inc llc corp gmbh co company cia s.p.a. me epp eireli group \
    grupo holding";
/// The same of Chinese names, longest first.
const HAN_FORMS: &str = "股份有限公司 有限责任公司 集团有限公司 有限公司 集团公司 分公司 股份公司 公司 集团 厂";
/// Where a Chinese company's name begins with its seat.
const HAN_SEATS: &str = "北京 上海 天津 重庆 广东 深圳 广州 东莞 佛山 珠海 江苏 南京 苏州 无锡 浙江 杭州 宁波 山东 青岛 济南 四川 成都 湖北 \
    武汉 湖南 长沙 河南 河北 陕西 西安 福建 厦门 安徽 合肥 江西 辽宁 大连 沈阳 吉林 黑龙江 哈尔滨 山西 云南 贵州 广西 海南 \
    内蒙古 新疆 甘肃 青海 宁夏 西藏 香港 澳门 中国 智利";
/// Words that say what kind of house it is, or where: no name by themselves.
const COMMON: &str = "universidad universidade university pontificia catolica catholic tecnica technical tecnologica technology tecnologia \
    technological federal nacional national estatal state instituto institute centro center centre laboratorio laboratory \
    lab facultad faculty escuela school college departamento department academia academy empresa compania company sociedad \
    minera mining minas agricola agro industrial industrias industria industry comercial comercializadora exportadora \
    importadora servicios services soluciones solutions ingenieria engineering consultora consultores consulting fundacion \
    foundation corporacion corporation asociacion association camara chamber ministerio ministry hospital clinica energia \
    energy salud health ciencias ciencia science sciences investigacion investigaciones research desarrollo development \
    innovacion innovation ambiental environmental agua water litio lithium cobre copper solar alimentos foods food \
    pesquera salmones vina vinas wine norte sur north south este oeste america latina chile chilena chileno china chinese \
    santiago region ciudad internacional international global los las the del de la el en para of and y e do da dos das \
    for in materiales materials biotecnologia biotechnology digital datos data sistemas systems technologies tecnologias";
/// Places after which many houses are called: beside the word "university" they tell which one, by themselves they do not.
const PLACES: &str = "beijing shanghai tianjin chongqing guangdong guangzhou shenzhen dongguan foshan zhuhai jiangsu nanjing suzhou wuxi \
    zhejiang hangzhou ningbo shandong qingdao jinan sichuan chengdu hubei wuhan hunan changsha henan hebei shaanxi xian \
    fujian xiamen anhui hefei jiangxi liaoning dalian yunnan guangxi hainan qinghai hong kong hongkong macau antofagasta \
    valparaiso concepcion atacama tarapaca arica iquique calama copiapo coquimbo serena vina rancagua talca maule chillan \
    biobio temuco frontera valdivia osorno puerto montt aysen magallanes punta arenas sao paulo rio janeiro lima buenos \
    aires bogota mexico peru brasil brazil argentina new nueva nuevo san";
/// The same inside Chinese names.
const HAN_COMMON: &str = "科技 技术 材料 能源 环保 环境 生物 智能 电子 农业 矿业 医药 工业 国际 投资 贸易 信息 科学 新能 化工 机械 设备 食品 \
    建筑 工程 发展 创新 实业 高科 先进 绿色 数据 网络 水务 海洋 中心 研究";
/// Small words that an acronym leaves out.
const SMALL: &str = "de del la las los el y e of and the for do da dos das en in para";

/// Somebody spoken of with a title; the case of the letters counts, so this reads the text itself.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    super::pattern(r"(?x)
        \b(?:Dr|Dra|Prof|Profa|Sr|Sra|Srta|Ing|Lic|Mg|Mr|Mrs|Ms|Don|Doña|Dona|Eng|Doctor|Doctora|Profesor|Profesora|Professor|Professora)\.?\s+
        \p{Lu}[\p{L}'’-]+(?:\s+(?:de\s+|del\s+|la\s+|da\s+|dos\s+|van\s+|von\s+)*\p{Lu}[\p{L}'’-]*\.?)*
        | [王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文]
          \p{Han}{0,2}(?:教授|博士|院士|先生|女士|老师|经理|总监|总裁|主任|院长|校长|董事长|工程师)
    ").expect("a pattern written here")
});

/// The compiled names of one side.
#[derive(Debug, Clone, Default)]
pub struct Names {
    spelled: Vec<Regex>,
    /// Of organisations with several words: their first letters, as written in capitals.
    acronyms: BTreeSet<String>,
    /// Single words that are only this side's.
    words: BTreeSet<String>,
}

impl Names {
    /// Of organisations by all their known names, and of a contact as its owner wrote it.
    #[must_use]
    pub fn of(organisations: &[&str], contact: &str) -> Self {
        let mut names = Self::default();
        for whole in organisations {
            for part in whole.split(['/', '|', '(', ')', '（', '）', ';', '；']).map(str::trim) {
                names.add_organisation(part);
            }
        }
        for person in people_in(contact) {
            names.add_words(&plain_words(&person));
        }
        names
    }

    /// Where one of the names stands in a reading.
    pub(super) fn find(&self, skeleton: &Skeleton) -> Vec<Range<usize>> {
        self.spelled.iter().flat_map(|name| name.find_iter(skeleton.text()).map(|found| found.range())).collect()
    }

    /// Acronyms and people with a title in the text itself.
    pub(super) fn find_acronyms(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = PERSON.find_iter(text).map(|found| found.range()).collect();
        let mut from = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (c.is_alphanumeric() && !is_han(c), from) {
                (true, None) => from = Some(at),
                (false, Some(start)) => {
                    if self.acronyms.contains(&text[start..at]) {
                        found.push(start..at);
                    }
                    from = None;
                }
                _ => {}
            }
        }
        found
    }

    /// Whether this word is one of a name's own.
    #[must_use]
    pub fn have_word(&self, term: &str) -> bool {
        plain_words(term).iter().any(|word| self.words.contains(word))
    }

    fn add_organisation(&mut self, name: &str) {
        // The mark of an invented organisation is no name.
        if matches!(name, "muestra" | "样本" | "sample" | "amostra") {
            return;
        }
        if name.chars().any(is_han) {
            return self.add_han(name);
        }
        let words = without_form(plain_words(name));
        if words.iter().all(|word| is_common(word)) && words.len() < 3 {
            return;
        }
        self.add_words(&words);
        self.add_acronym(name);
        let own: Vec<String> = words.iter().filter(|word| !is_common(word) && !is_place(word)).cloned().collect();
        if words.iter().any(|word| word.starts_with("universi")) {
            self.add_university(&own_part(&words, is_common));
        }
        let core = own_part(&words, |word| is_common(word) || is_place(word));
        if core.iter().map(String::len).sum::<usize>() >= 3 && core != words {
            self.add_words(&core);
        }
        self.words.extend(own.into_iter().filter(|word| word.chars().count() > 2));
    }

    /// A university called after a place is not told by the place alone, but by the place beside the word.
    fn add_university(&mut self, core: &[String]) {
        if core.is_empty() {
            return;
        }
        let core = spaced(core);
        for around in [
            format!(r"\b(?:universi\w+|univ|u)\b\.?\s{{0,2}}(?:de|del|of|da|do)?\s?(?:la|las|los|el|the)?\s?{core}\b"),
            format!(r"\b{core}\s(?:university|univ|u)\b"),
        ] {
            self.spelled.extend(super::pattern(&around).ok());
        }
    }

    /// A Chinese name in whole, without its legal form, without its seat, and a company's own two or more characters.
    fn add_han(&mut self, name: &str) {
        let plain: String = Skeleton::of(name).text().chars().filter(|c| !c.is_whitespace()).collect();
        self.add_chars(&plain);
        let Some(body) = HAN_FORMS.split_whitespace().find_map(|form| plain.strip_suffix(form)) else { return };
        self.add_chars(body);
        let seat = HAN_SEATS.split_whitespace().find_map(|seat| body.strip_prefix(seat)).unwrap_or(body);
        let seat = seat.strip_prefix(['市', '省']).unwrap_or(seat);
        self.add_chars(seat);
        let mut own = seat;
        while let Some(shorter) = HAN_COMMON.split_whitespace().find_map(|common| own.strip_suffix(common)) {
            own = shorter;
        }
        let own: String = own.chars().take(4).collect();
        self.add_chars(&own);
        let two: String = own.chars().take(2).collect();
        self.add_chars(&two);
    }

    fn add_chars(&mut self, name: &str) {
        let count = name.chars().count();
        let is_common = listed(HAN_COMMON, name) || listed(HAN_SEATS, name) || listed(HAN_FORMS, name);
        if count < 2 || is_common {
            return;
        }
        let pattern: Vec<String> = name.chars().map(|c| regex::escape(&c.to_string())).collect();
        self.spelled.extend(super::pattern(&pattern.join(r"[\s·.\-_]{0,2}")).ok());
        self.words.insert(name.to_owned());
    }

    fn add_words(&mut self, words: &[String]) {
        if words.iter().map(String::len).sum::<usize>() < 3 {
            return;
        }
        self.spelled.extend(super::pattern(&format!(r"\b{}\b", spaced(words))).ok());
    }

    /// "Pontificia Universidad Católica de Valparaíso" is also PUCV, with or without its small words.
    fn add_acronym(&mut self, name: &str) {
        let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let initials = |words: &[&&str]| {
            words.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect::<String>()
        };
        let big: Vec<&&str> = words.iter().filter(|word| !listed(SMALL, &word.to_lowercase())).collect();
        let acronym = initials(&big);
        if (3..=8).contains(&acronym.chars().count()) {
            self.acronyms.insert(acronym);
        }
    }
}

/// Words one after the other, whatever stands between them.
fn spaced(words: &[String]) -> String {
    words.iter().map(|word| regex::escape(word)).collect::<Vec<_>>().join(r"[\s.\-_'’,&]{0,3}")
}

/// The words of a name as the skeleton has them.
fn plain_words(name: &str) -> Vec<String> {
    let plain = Skeleton::of(name);
    plain.text().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn without_form(mut words: Vec<String>) -> Vec<String> {
    while words.len() > 1 && words.last().is_some_and(|last| listed(FORMS, last) || last.len() == 1) {
        words.pop();
    }
    words
}

/// What is left of a name without the words at its ends that are anybody's.
fn own_part(words: &[String], is_anybodys: impl Fn(&str) -> bool) -> Vec<String> {
    let from = words.iter().position(|word| !is_anybodys(word));
    let to = words.iter().rposition(|word| !is_anybodys(word));
    match (from, to) {
        (Some(from), Some(to)) => words[from..=to].to_vec(),
        _ => Vec::new(),
    }
}

fn is_common(word: &str) -> bool {
    listed(COMMON, word) || listed(FORMS, word)
}

/// Whether a word stands in one of the lists above.
fn listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|item| item == word)
}

fn is_place(word: &str) -> bool {
    listed(PLACES, word)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// What looks like the name of a person in a contact: two or more words with capitals, or two to four Chinese characters alone.
fn people_in(contact: &str) -> Vec<String> {
    let mut people = Vec::new();
    for part in contact.split(|c: char| {
        c.is_ascii_digit()
            || matches!(c, ',' | ';' | ':' | '：' | '，' | '、' | '/' | '|' | '(' | ')' | '（' | '）' | '\n' | '+')
    }) {
        let mut run: Vec<&str> = Vec::new();
        for word in part.split_whitespace().chain([""]) {
            let capital = word.chars().next().is_some_and(char::is_uppercase) && !word.contains(['@', '.']);
            if capital {
                run.push(word);
            } else if run.len() >= 2 {
                people.push(run.join(" "));
                run.clear();
            } else {
                run.clear();
            }
        }
        let part = part.trim();
        if (2..=4).contains(&part.chars().count())
            && part.chars().all(is_han)
            && !matches!(part, "微信" | "电话" | "手机" | "邮箱" | "联系人" | "微信号")
        {
            people.push(part.to_owned());
        }
    }
    people
}
