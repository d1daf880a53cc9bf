#include "searcher/render/text.h"

#include <algorithm>
#include <cstdio>

#include "searcher/render/width.h"

namespace dateline {

namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kWidestText = 110;  // longer lines are hard to read, however wide the terminal

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::string articles(std::uint64_t count) { return grouped(count) + (count == 1 ? " article" : " articles"); }

std::string date_of(const std::optional<Date>& date) {
  if (!date) return "undated";
  const auto time = iso_time(*date);
  return iso_date(*date) + (time ? " " + time->substr(0, 5) : "");
}

std::string list_of(const std::vector<std::string>& values, std::size_t most, const char* between = ", ") {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, values.size()); ++i) text += (i > 0 ? between : "") + values[i];
  if (values.size() > most) text += " +" + std::to_string(values.size() - most);
  return text;
}

// The most mentioned first.
template <class List>
std::vector<std::string> names_of(const std::optional<List>& entities) {
  List sorted = entities.value_or(List{});
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &Entity::count);
  std::vector<std::string> names;
  for (const auto& entity : sorted) names.push_back(entity.name);
  return names;
}

void add(std::string& line, const std::string& part) {
  if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
}

class TextRenderer : public Renderer {
 public:
  TextRenderer(const RenderOptions& options, Output& out) : options_(options), out_(out) {}

  void begin(const Answer& answer) override {
    if (answer.loosened)
      line("No article holds all of that. " + articles(answer.total) + " with some of it:");
    else
      line(summary(answer));
    for (const std::string& note : answer.query.notes) lines({{note, false}}, 0, Style::dim);
    if (answer.query.spelling && !answer.loosened)
      lines({{"Did you mean: " + *answer.query.spelling, false}}, 0, Style::bold);
    for (const std::string& fact : answer.query.explanation) lines({{fact, false}}, 2, Style::dim);
    rank_width_ = std::to_string(answer.first_rank + answer.page_size).size();
    rank_width_ = std::max(rank_width_, kIndent - 2);
  }

  void hit(const Hit& hit) override {
    line("");
    const std::size_t indent = rank_width_ + 2;
    headline(hit, indent);
    meta(hit, indent);
    for (const Snippet& snippet : hit.snippets) {
      if (snippet.field != "headline") show(snippet, indent);
    }
    for (const std::string& reason : hit.reasons)
      lines({{"matched in " + reason, false}}, indent, Style::dim);
    line(spaces(indent) + styled(options_, Style::dim, clean(hit.article.id)));
  }

  void end(const Answer& answer) override {
    const std::string tables = facet_tables(answer.facets, options_);
    if (!tables.empty()) line(""), out_.write(tables);
  }

 private:
  std::string summary(const Answer& answer) const {
    std::string text = answer.total == 0 ? "Nothing found" : articles(answer.total);
    if (answer.query.parsed != "*") text += " for " + clean(answer.query.parsed);
    for (const auto& [name, values] : answer.query.filters)
      text += " · " + name + ": " + clean(list_of(values, values.size(), " or "));
    if (answer.page_size > 0 && answer.page_size < answer.total)
      text += " · " + grouped(answer.first_rank) + "–" + grouped(answer.first_rank + answer.page_size - 1);
    char took[32];
    std::snprintf(took, sizeof took, " · %.1f ms", answer.took_ms);
    return text + took;
  }

  void headline(const Hit& hit, std::size_t indent) {
    std::vector<Piece> pieces{{hit.article.headline, false}};
    for (const Snippet& snippet : hit.snippets) {
      if (snippet.field == "headline" && snippet.index == 0) pieces = pieces_of(snippet);
    }
    if (hit.article.headline.empty()) pieces = {{"(no headline)", false}};
    bool first = true;
    for (const auto& wrapped : wrap(pieces, text_width(indent))) {
      line((first ? fit_right(std::to_string(hit.rank), rank_width_) + "  " : spaces(indent)) +
           paint(wrapped, Style::bold));
      first = false;
    }
  }

  void meta(const Hit& hit, std::size_t indent) {
    const Article& a = hit.article;
    std::string text = date_of(a.published);
    add(text, a.publication);
    add(text, a.section);
    add(text, list_of(names_of(a.persons), 4));
    add(text, list_of(names_of(a.places), 4));
    lines({{text, false}}, indent, Style::dim);
  }

  void show(const Snippet& snippet, std::size_t indent) {
    std::vector<Piece> pieces = pieces_of(snippet);
    if (snippet.cut_before) pieces.insert(pieces.begin(), {"… ", false});
    if (snippet.cut_after) pieces.push_back({" …", false});
    if (snippet.field != "body") pieces.insert(pieces.begin(), {snippet.field + ": ", false});
    for (const auto& wrapped : wrap(pieces, text_width(indent)))
      line(spaces(indent) + paint(wrapped, std::nullopt));
  }

  static std::vector<Piece> pieces_of(const Snippet& snippet) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < snippet.parts.size(); ++i) pieces.push_back({snippet.parts[i], i % 2 == 1});
    return pieces;
  }

  [[nodiscard]] std::size_t text_width(std::size_t indent) const {
    const std::size_t room = options_.width > indent + 20 ? options_.width - indent : 20;
    return std::min(room, kWidestText);
  }

  std::string paint(const std::vector<Piece>& pieces, std::optional<Style> base) const {
    std::string text;
    for (const Piece& piece : pieces) {
      if (piece.marked)
        text += styled(options_, Style::match, piece.text);
      else
        text += base ? styled(options_, *base, piece.text) : piece.text;
    }
    return text;
  }

  void lines(const std::vector<Piece>& pieces, std::size_t indent, Style style) {
    for (const auto& wrapped : wrap(pieces, text_width(indent))) line(spaces(indent) + paint(wrapped, style));
  }

  void line(const std::string& text) { out_.write(text + "\n"); }

  RenderOptions options_;
  Output& out_;
  std::size_t rank_width_ = 2;
};

// One article as a page.
class Page {
 public:
  Page(const RenderOptions& options, Output& out) : options_(options), out_(out) {}

  void show(const Article& a) {
    paragraph(a.headline.empty() ? "(no headline)" : a.headline, Style::bold);
    for (const std::string& below : a.subheadlines) paragraph(below, Style::bold);
    std::string who;
    for (const Byline& byline : a.bylines)
      add(who, byline.role.empty() ? byline.name : byline.name + ", " + byline.role);
    if (!who.empty()) paragraph("By " + who, std::nullopt);
    std::string where = date_of(a.published);
    if (a.updated && iso_date(*a.updated) + iso_time(*a.updated).value_or("") !=
                         (a.published ? iso_date(*a.published) + iso_time(*a.published).value_or("") : ""))
      add(where, "updated " + date_of(a.updated));
    add(where, a.publication);
    add(where, a.section);
    if (!a.page.empty()) add(where, "page " + a.page);
    paragraph(where, Style::dim);
    out_.write("\n");
    if (!a.abstract.empty()) paragraph(a.abstract, Style::bold), out_.write("\n");
    for (const Caption& caption : a.captions) {
      paragraph("[ " + caption.text + (caption.credit.empty() ? "" : " (" + caption.credit + ")") + " ]",
                Style::dim);
      out_.write("\n");
    }
    body(a);
    facts(a);
  }

 private:
  void body(const Article& a) {
    std::string opening = a.dateline ? a.dateline->text : "";
    for (std::size_t at = 0; at < a.body.size();) {
      const std::size_t end = std::min(a.body.find("\n\n", at), a.body.size());
      paragraph((opening.empty() ? "" : opening + " ") + a.body.substr(at, end - at), std::nullopt);
      out_.write("\n");
      opening.clear();
      at = end + 2;
    }
  }

  void facts(const Article& a) {
    fact("Persons", list_of(names_of(a.persons), 100, "; "));
    fact("Places", list_of(names_of(a.places), 100, "; "));
    fact("Organisations", list_of(names_of(a.organisations), 100, "; "));
    fact("Keywords", list_of(a.keywords, 100, "; "));
    fact("Language", a.language);
    fact("Address", a.url);
    fact("Source", a.source.path + (a.source.member ? "!" + *a.source.member : ""));
    fact("Id", a.id);
  }

  void fact(const std::string& name, const std::string& value) {
    constexpr std::size_t kNameWidth = 15;
    if (value.empty()) return;
    bool first = true;
    for (const auto& wrapped : wrap({{value, false}}, width() - kNameWidth)) {
      out_.write(styled(options_, Style::dim, fit(first ? name : "", kNameWidth)) + wrapped.front().text +
                 "\n");
      first = false;
    }
  }

  void paragraph(const std::string& text, std::optional<Style> style) {
    for (const auto& wrapped : wrap({{text, false}}, width()))
      out_.write((style ? styled(options_, *style, wrapped.front().text) : wrapped.front().text) + "\n");
  }

  [[nodiscard]] std::size_t width() const { return std::clamp<std::size_t>(options_.width, 40, 90); }

  const RenderOptions& options_;
  Output& out_;
};

}  // namespace

std::string styled(const RenderOptions& options, Style style, const std::string& text) {
  if (!options.color || text.empty()) return text;
  const char* code = "";
  switch (style) {
    case Style::bold:
      code = "1";
      break;
    case Style::dim:
      code = "2";
      break;
    case Style::match:
      code = "1;33";
      break;
    case Style::heading:
      code = "1;36";
      break;
    case Style::bar:
      code = "36";
      break;
  }
  return std::string("\x1b[") + code + "m" + text + "\x1b[0m";
}

std::unique_ptr<Renderer> make_text_renderer(const RenderOptions& options, Output& out) {
  return std::make_unique<TextRenderer>(options, out);
}

void show_text(const Article& article, const RenderOptions& options, Output& out) {
  Page(options, out).show(article);
}

}  // namespace dateline
