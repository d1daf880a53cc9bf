#include "indexer/readers/xml_prose.h"

#include <algorithm>
#include <array>

#include "dateline/text.h"
#include "indexer/readers/captions.h"
#include "indexer/readers/letters.h"

namespace dateline {

namespace {

// Stands for a line break in text that is still to be cut; no reader's text holds it, as it is a control
// character.
constexpr char kBreak = '\x1E';

constexpr auto kBlocks = std::to_array<std::string_view>(
    {"address", "article", "aside",   "block", "blockquote", "body", "body.content", "bq",      "center",
     "caption", "dd",      "details", "div",   "dl",         "dt",   "fieldset",     "figure",  "fn",
     "h1",      "h2",      "h3",      "h4",    "h5",         "h6",   "hl2",          "hr",      "li",
     "main",    "ol",      "p",       "para",  "paragraph",  "pre",  "section",      "summary", "table",
     "tbody",   "tr",      "ul"});

constexpr auto kParagraphs = std::to_array<std::string_view>({"p", "P", "para", "paragraph"});

constexpr auto kHeadings = std::to_array<std::string_view>({"h1", "h2", "h3", "h4", "hl1", "hl2"});

constexpr auto kLeftOut = std::to_array<std::string_view>(
    {"audio",  "button",       "canvas", "embed", "footer",   "form",     "head", "header",
     "iframe", "media-object", "byline", "dat",   "dateline", "nav",      "note", "noscript",
     "object", "script",       "select", "style", "svg",      "template", "video"});

constexpr auto kPlugins =
    std::to_array<std::string_view>({"sharedaddy", "relatedposts", "related-posts", "feedflare", "addtoany"});

constexpr auto kCaptionClasses =
    std::to_array<std::string_view>({"caption", "caption-text", "image-caption", "img-caption",
                                     "media-caption", "photo-caption", "picture-caption", "wp-caption-text"});

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

// What WordPress's plug-ins put below the copy.
bool is_plugin(const std::string& classes) {
  return std::ranges::any_of(kPlugins,
                             [&](std::string_view name) { return classes.find(name) != std::string::npos; });
}

bool is_caption(XmlNode node) {
  if (node.name() == "figcaption") return true;
  const std::string classes = lower(node.attribute("class"));
  return !classes.empty() && std::ranges::any_of(split_at_blanks(classes), [](std::string_view name) {
    return is_one_of(name, kCaptionClasses);
  });
}

bool is_credit(XmlNode node) {
  const std::string classes = lower(node.attribute("class"));
  return node.name() == "cite" || classes.find("credit") != std::string::npos ||
         classes.find("byline") != std::string::npos;
}

void append_caption_text(XmlNode node, std::string& text, std::string& credit) {
  for (XmlNode child = node.first(); child; child = child.next()) {
    if (child.is_text())
      text += child.content();
    else if (is_credit(child))
      credit += (credit.empty() ? "" : " ") + text_of(child);
    else
      text += ' ', append_caption_text(child, text, credit);
  }
}

Caption caption_of(XmlNode node) {
  Caption caption;
  std::string text;
  append_caption_text(node, text, caption.credit);
  caption.text = nfc(fold_space(text));
  return caption;
}

// NITF's media, and what TT's dialect has for it: one caption mostly, with a producer beside it.
Caption media_caption(XmlNode media) {
  Caption caption;
  for (const char* path : {"*/media-caption", "*/BILDTEXT"}) {
    for (XmlNode node : find_all(media, path))
      caption.text += (caption.text.empty() ? "" : " ") + text_of(node);
  }
  caption.credit = first_text(media, {"*/media-producer", "*/BILDSKAPARE"});
  return caption;
}

// An element of an unknown name stands by itself where its parent holds nothing but elements, and one of
// them or what is in them is a block.
bool divides(XmlNode parent) {
  bool blocks = false;
  for (XmlNode child = parent.first(); child; child = child.next()) {
    if (child.is_text()) {
      if (child.content().find_first_not_of(" \t\r\n") != std::string_view::npos) return false;
      continue;
    }
    for (XmlNode inner = child.first(); inner && !blocks; inner = inner.next())
      blocks = is_one_of(inner.name(), kParagraphs);
  }
  return blocks;
}

// Whether a text holds tags of HTML, which no printed text does.
bool looks_like_html(std::string_view text) {
  if (text.find('<') == std::string_view::npos) return false;
  const std::string small = lower(text);
  for (std::string_view tag :
       {"</p>", "<p>", "<br", "</div>", "</a>", "</script>", "</strong>", "</em>", "</span>"}) {
    if (small.find(tag) != std::string::npos) return true;
  }
  return false;
}

class Walker {
 public:
  // `escaped`: paragraphs may hold HTML as text, and are read once more.
  Walker(EmptyLine empty_line, bool escaped) : empty_line_(empty_line), escaped_(escaped) {}

  void walk(XmlNode node) {
    const bool divided = divides(node);
    for (XmlNode child = node.first(); child; child = child.next()) {
      if (child.is_text())
        text_ += child.content();
      else
        element(child, divided);
    }
  }

  Prose finish() {
    flush();
    return std::move(prose_);
  }

 private:
  void element(XmlNode node, bool divided) {
    const std::string name = lower(node.name());
    if (is_one_of(name, kLeftOut)) return;
    if (name == "div" && is_plugin(lower(node.attribute("class")))) return;
    if (name == "media" || name == "bild") return add(media_caption(node));
    if (name == "br") return void(text_ += kBreak);
    if (name == "td" || name == "th") text_ += ' ';
    if (is_caption(node)) return add(caption_of(node));
    if (name == "pre") return preformatted(node);
    if (!is_one_of(name, kBlocks) && !divided) return walk(node);
    flush();
    const bool above = prose_.headings == prose_.paragraphs.size();
    walk(node);
    flush();
    if (above && is_one_of(name, kHeadings) && prose_.paragraphs.size() == prose_.headings + 1)
      ++prose_.headings;
  }

  // Typed copy: lines that are indented begin paragraphs.
  void preformatted(XmlNode node) {
    flush();
    const std::string text = raw_text_of(node);
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
      if (rest.starts_with("  ") || rest.starts_with('\t') || rest.find_first_not_of(" \r\n") >= end) flush();
      text_ += rest.substr(0, end);
      rest.remove_prefix(end);
    }
    flush();
  }

  void add(Caption caption) {
    flush();
    if (!caption.text.empty() || !caption.credit.empty()) prose_.captions.push_back(std::move(caption));
  }

  // Cuts the text at two breaks, or where empty lines count at two line ends, with nothing but white space
  // between.
  void flush() {
    std::size_t start = 0, breaks = 0, lines = 0;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c == kBreak) ++breaks;
      if (c == '\n') ++lines;
      if (c == kBreak || c == '\n' || c == ' ' || c == '\t' || c == '\r') continue;
      if (breaks > 1 || (empty_line_ == EmptyLine::paragraph && lines > 1))
        add_paragraph(start, at), start = at;
      breaks = lines = 0;
    }
    add_paragraph(start, text_.size());
    text_.clear();
  }

  // White space folding takes the breaks too.
  void add_paragraph(std::size_t start, std::size_t end) {
    if (start == end) return;
    std::string paragraph = nfc(fold_space(std::string_view(text_).substr(start, end - start)));
    if (!escaped_ || !looks_like_html(paragraph)) {
      if (!paragraph.empty()) prose_.paragraphs.push_back(std::move(paragraph));
      return;
    }
    // Escaped once too often.
    const HtmlFragment fragment(paragraph);
    Walker once(empty_line_, false);
    once.walk(fragment.root());
    Prose inner = once.finish();
    std::ranges::move(inner.paragraphs, std::back_inserter(prose_.paragraphs));
    std::ranges::move(inner.captions, std::back_inserter(prose_.captions));
  }

  EmptyLine empty_line_;
  bool escaped_;
  std::string text_;
  Prose prose_;
};

// Whether something in the text looks like a tag of HTML: `<p`, `</b`, and a `>` behind it.
bool has_tags(std::string_view text) {
  const std::size_t last = text.rfind('>');
  if (last == std::string_view::npos) return false;
  for (std::size_t at = text.find('<'); at < last; at = text.find('<', at + 1)) {
    const char next = static_cast<char>(text[at + 1] | 0x20);
    if (next == '/' || (next >= 'a' && next <= 'z')) return true;
  }
  return false;
}

}  // namespace

Prose prose_of(XmlNode root, EmptyLine empty_line) {
  Walker walker(empty_line, true);
  walker.walk(root);
  return walker.finish();
}

Prose prose_of_html(std::string_view html, EmptyLine empty_line) {
  if (html.find('<') == std::string_view::npos && html.find('&') == std::string_view::npos)
    return {empty_line == EmptyLine::paragraph ? prose_of_text(html) : std::vector{nfc(fold_space(html))},
            {}};
  const HtmlFragment fragment(html);
  return prose_of(fragment.root(), empty_line);
}

bool has_blocks(std::string_view html) {
  constexpr auto kTags =
      std::to_array<std::string_view>({"<p", "<P", "<br", "<BR", "<div", "<DIV", "<li", "<h"});
  return std::ranges::any_of(kTags,
                             [&](std::string_view tag) { return html.find(tag) != std::string_view::npos; });
}

std::vector<std::string> prose_of_text(std::string_view text) {
  const bool empty_lines = [&] {
    std::size_t lines = 0;
    for (char c : text) {
      if (c == '\n' && ++lines > 1) return true;
      if (c != '\n' && c != ' ' && c != '\t' && c != '\r') lines = 0;
    }
    return false;
  }();
  std::vector<std::string> paragraphs;
  std::string paragraph;
  const auto take = [&] {
    if (std::string folded = nfc(fold_space(paragraph)); !folded.empty())
      paragraphs.push_back(std::move(folded));
    paragraph.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    paragraph.append(line) += '\n';
    if (!empty_lines || line.find_first_not_of(" \t\r") == std::string_view::npos) take();
  }
  take();
  return paragraphs;
}

Prose prose_in(XmlNode node) {
  for (XmlNode child = node.first(); child; child = child.next()) {
    if (!child.is_text()) return prose_of(node);
  }
  const std::string text = raw_text_of(node);
  const bool tags = has_tags(text);
  if (tags && has_blocks(text)) return prose_of_html(text);
  Prose prose;
  prose.paragraphs = prose_of_text(text);
  // Plain text with a word in bold here and there.
  for (std::string& paragraph : prose.paragraphs) {
    if (Prose inner = tags ? prose_of_html(paragraph) : Prose(); inner.paragraphs.size() == 1)
      paragraph = std::move(inner.paragraphs.front());
  }
  return prose;
}

}  // namespace dateline
