//! Surface forms with alternatives and optional words: `(a|b c) d?`.

/// The most forms that one row stands for.
const LIMIT: usize = 512;

/// Every plain form that `form` stands for, in order.
pub(crate) fn expand(form: &str) -> Result<Vec<String>, String> {
    // Most rows are plain, and a pack has many thousands of them.
    if !form.is_empty() && !form.contains(['(', ')', '|', '?']) {
        return Ok(vec![form.to_owned()]);
    }
    let mut parser = Parser { text: form, at: 0 };
    let forms = parser.choice()?;
    if parser.at < form.len() {
        return Err("`)` has no opening bracket".into());
    }
    let forms: Vec<String> = forms.into_iter().map(|words| words.join(" ")).collect();
    if forms.iter().any(String::is_empty) { Err("the form can be empty".into()) } else { Ok(forms) }
}

struct Parser<'f> {
    text: &'f str,
    at: usize,
}

/// The words of a form.
type Words<'f> = Vec<&'f str>;

impl<'f> Parser<'f> {
    fn rest(&self) -> &'f str {
        &self.text[self.at..]
    }

    fn choice(&mut self) -> Result<Vec<Words<'f>>, String> {
        let mut forms = self.sequence()?;
        while self.rest().starts_with('|') {
            self.at += 1;
            forms.extend(self.sequence()?);
        }
        Ok(forms)
    }

    fn sequence(&mut self) -> Result<Vec<Words<'f>>, String> {
        let mut forms: Vec<Words<'f>> = vec![Vec::new()];
        loop {
            self.at += self.rest().len() - self.rest().trim_start().len();
            let mut pieces = match self.rest().chars().next() {
                None | Some('|' | ')') => return Ok(forms),
                Some('(') => {
                    self.at += 1;
                    let inner = self.choice()?;
                    if !self.rest().starts_with(')') {
                        return Err("`)` is missing".into());
                    }
                    self.at += 1;
                    inner
                }
                Some('?') => return Err("`?` stands right after a word or a bracket".into()),
                Some(_) => {
                    let length = self.rest().find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|' | '?')).unwrap_or(self.rest().len());
                    let word = &self.rest()[..length];
                    self.at += length;
                    vec![vec![word]]
                }
            };
            if self.rest().starts_with('?') {
                self.at += 1;
                pieces.push(Vec::new());
            }
            if forms.len() * pieces.len() > LIMIT {
                return Err(format!("the row stands for more than {LIMIT} forms; split it"));
            }
            forms = forms.iter().flat_map(|form| pieces.iter().map(|piece| [form.as_slice(), piece].concat())).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_and_options_expand_in_order() {
        assert_eq!(expand("(có|mở) cuộc? họp").unwrap(), ["có cuộc họp", "có họp", "mở cuộc họp", "mở họp"]);
        assert_eq!(expand("hội đàm").unwrap(), ["hội đàm"]);
    }

    #[test]
    fn faults_are_named() {
        assert!(expand("(a").is_err());
        assert!(expand("a)").is_err());
        assert!(expand("a?").is_err());
    }
}
