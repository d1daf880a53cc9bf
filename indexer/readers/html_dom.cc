#include "indexer/readers/html_dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>

#include "dateline/text.h"
#include "indexer/readers/html_tame.h"

namespace dateline::html {

namespace {

// Past so many open elements the parser is stopped: an end tag looks through all of them for its start.
constexpr std::size_t kMaxOpen = 1000;

constexpr std::size_t kMostText = 1U << 20U;

constexpr auto kBlocks = std::to_array<std::string_view>(
    {"address", "article", "aside", "blockquote", "body",     "caption", "center",     "dd",     "details",
     "dialog",  "div",     "dl",    "dt",         "fieldset", "figure",  "figcaption", "footer", "form",
     "h1",      "h2",      "h3",    "h4",         "h5",       "h6",      "header",     "hr",     "html",
     "li",      "main",    "menu",  "nav",        "ol",       "option",  "p",          "pre",    "section",
     "select",  "summary", "table", "tbody",      "td",       "tfoot",   "th",         "thead",  "title",
     "tr",      "ul",      "video", "iframe"});

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

}  // namespace

// Takes the parser's events.
class PageBuilder {
 public:
  explicit PageBuilder(std::size_t bytes) : chunk_(std::clamp<std::size_t>(bytes, 64, 256U << 10U)) {
    page_.nodes_.reserve(bytes / 64 + 16);
    page_.nodes_.emplace_back();
    open_.push_back(0);
  }

  // `false`: too many are open, the parser must stop.
  bool start(std::string_view name, const xmlChar** attributes) {
    if (open_.size() > kMaxDepth) return ++too_deep_ < kMaxOpen;
    Node node;
    node.name = keep(name);
    node.parent = open_.back();
    node.first_attribute = static_cast<std::uint32_t>(page_.attributes_.size());
    for (; attributes && *attributes; attributes += 2)
      page_.attributes_.push_back({keep(view(attributes[0])), keep(view(attributes[1]))});
    node.attribute_count = static_cast<std::uint32_t>(page_.attributes_.size()) - node.first_attribute;
    open_.push_back(page_.size());
    page_.nodes_.push_back(node);
    return true;
  }

  void end() {
    if (too_deep_ > 0) {
      --too_deep_;
      was_too_deep_ = true;
    } else if (open_.size() > 1) {
      close();
    }
  }

  void text(std::string_view text) {
    Node node;
    node.text = keep(text);
    node.parent = open_.back();
    node.end = page_.size() + 1;
    page_.nodes_.push_back(node);
  }

  ParsedPage finish() {
    while (!open_.empty()) close();
    ParsedPage parsed{std::move(page_), {}};
    if (was_too_deep_ || too_deep_ > 0)
      parsed.diagnostics.push_back(warning("html.too-deep", "elements nested over 256 deep were flattened"));
    return parsed;
  }

 private:
  void close() {
    page_.nodes_[open_.back()].end = page_.size();
    open_.pop_back();
  }

  // Views into chunks: a chunk is never enlarged past what it has reserved, so its bytes stay where they are.
  std::string_view keep(std::string_view text) {
    auto& chunks = page_.strings_;
    if (chunks.empty() || chunks.back().capacity() - chunks.back().size() < text.size()) {
      chunks.emplace_back();
      chunks.back().reserve(std::max(chunk_, text.size()));
    }
    std::string& chunk = chunks.back();
    const std::size_t at = chunk.size();
    chunk.append(text);
    return std::string_view(chunk).substr(at);
  }

  Page page_;
  std::size_t chunk_;  // bytes that strings are reserved in
  std::vector<NodeIndex> open_;
  std::size_t too_deep_ = 0;  // open elements that are not kept
  bool was_too_deep_ = false;
};

namespace {

struct Parse {
  htmlParserCtxtPtr context;
  PageBuilder builder;
};

void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  auto* parse = static_cast<Parse*>(data);
  if (!parse->builder.start(view(name), attributes)) xmlStopParser(parse->context);
}

void on_end(void* data, const xmlChar*) { static_cast<Parse*>(data)->builder.end(); }

void on_text(void* data, const xmlChar* text, int size) {
  static_cast<Parse*>(data)->builder.text(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

void on_error(void*, xmlErrorPtr) {}

htmlSAXHandler events() {
  htmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.serror = on_error;
  return handler;
}

}  // namespace

ParsedPage parse_page(std::string text) {
  [[maybe_unused]] static const bool ready = (xmlInitParser(), true);
  const Tamed tamed = tame(text);
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  Parse parse{context.get(), PageBuilder(text.size())};
  *context->sax = events();
  context->userData = &parse;
  // The encoding is given, so that what the page says of its own is not taken again.
  htmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  ParsedPage parsed = parse.builder.finish();
  if (tamed.tags)
    parsed.diagnostics.push_back(
        warning("html.too-many-tags", "what follows the first 500,000 tags was left out"));
  if (tamed.attributes)
    parsed.diagnostics.push_back(
        warning("html.too-many-attributes", "a tag's attributes after the first 256 were left out"));
  return parsed;
}

std::string_view Page::attribute(NodeIndex node, std::string_view name) const {
  const Node& n = nodes_[node];
  for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
    if (attributes_[n.first_attribute + i].name == name) return attributes_[n.first_attribute + i].value;
  }
  return {};
}

bool Page::has_attribute(NodeIndex node, std::string_view name) const {
  const Node& n = nodes_[node];
  const auto begin = attributes_.begin() + n.first_attribute;
  return std::any_of(begin, begin + n.attribute_count, [&](const Attribute& a) { return a.name == name; });
}

NodeIndex Page::closest(NodeIndex node, std::string_view name) const {
  while (node != 0 && nodes_[node].name != name) node = nodes_[node].parent;
  return node;
}

std::string Page::text(NodeIndex node, Apart apart) const {
  std::string all;
  std::vector<NodeIndex> block_ends;
  for (NodeIndex i = node; i < nodes_[node].end && all.size() < kMostText; ++i) {
    const Node& n = nodes_[i];
    while (!block_ends.empty() && block_ends.back() <= i) block_ends.pop_back(), all += ' ';
    if (n.name == "script" || n.name == "style") {
      i = n.end - 1;
      continue;
    }
    all += n.text;
    const bool divides = apart == Apart::elements ? !n.name.empty() : is_block(n.name);
    if (n.name == "br" || divides) all += ' ', block_ends.push_back(n.end);
  }
  return nfc(fold_space(all));
}

bool is_block(std::string_view name) { return std::ranges::find(kBlocks, name) != kBlocks.end(); }

}  // namespace dateline::html
