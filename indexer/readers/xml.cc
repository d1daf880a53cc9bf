#include "indexer/readers/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/xml_text.h"

namespace dateline {

namespace {

constexpr std::size_t kMaxAttributeBytes = 64U << 10U;
// Some 120 MB of nodes.
constexpr std::size_t kMaxItemNodes = 1'000'000;
// libxml2 gives up at 10 MB.
constexpr std::size_t kMaxTextBytes = 8U << 20U;
// What may stand before the items (a feed's title, its authors) and is kept for them.
constexpr std::size_t kHeaderBytes = 4U << 20U;
// More of one element than any article asks for; see find_all.
constexpr std::size_t kMostFound = 20'000;
constexpr std::size_t kChunkBytes = 64U << 10U;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// An undeclared prefix stays part of the name that libxml2 gives.
std::string_view local_name(const xmlChar* name) {
  const std::string_view all = view(name);
  return all.substr(all.rfind(':') + 1);  // npos + 1 is 0
}

void append_text(const xmlNode* node, std::string& out) {
  for (; node; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      out += view(node->content);
    else if (node->type == XML_ELEMENT_NODE)
      append_text(node->children, out);
  }
}

// libxml2's global tables must be made by one thread.
void initialise() {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
}

// Code and message for what libxml2 says; its own limits have no error codes of their own.
std::pair<const char*, std::string> described(const std::string& message) {
  if (message.find("Excessive depth") != std::string::npos)
    return {"xml.too-deep", "elements are nested too deeply"};
  if (message.find("Huge input lookup") != std::string::npos)
    return {"xml.too-long", "a tag or CDATA section does not end within 10 MB"};
  return {"xml.not-well-formed", fold_space(message)};
}

// Builds the tree of one item at a time, from libxml2's events.
class ItemParser {
 public:
  ItemParser(std::span<const std::string_view> names, ArticleSink& sink,
             const std::function<void(XmlNode)>& use)
      : names_(names), sink_(sink), use_(use) {
    initialise();
    xmlSAXHandler handler{};
    xmlSAXVersion(&handler, 2);
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.cdataBlock = on_text;
    handler.ignorableWhitespace = on_text;
    handler.comment = nullptr;
    handler.processingInstruction = nullptr;
    handler.serror = on_error;
    context_ = xmlCreatePushParserCtxt(&handler, nullptr, nullptr, 0, nullptr);
    if (!context_) throw std::bad_alloc();
    context_->_private = this;
    xmlCtxtUseOptions(context_,
                      XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC);
    // The options bring back libxml2's own handler.
    context_->sax->cdataBlock = on_text;
  }
  ~ItemParser() {
    xmlFreeDoc(context_->myDoc);
    xmlFreeParserCtxt(context_);
  }
  ItemParser(const ItemParser&) = delete;
  ItemParser& operator=(const ItemParser&) = delete;

  // False: a fault was told, and nothing more is read.
  bool push(std::string_view text) {
    for (; !text.empty() && !stopped_; text.remove_prefix(std::min(kChunkBytes, text.size()))) {
      const std::string_view chunk = text.substr(0, kChunkBytes);
      pushed_ += chunk.size();
      xmlParseChunk(context_, chunk.data(), static_cast<int>(chunk.size()), 0);
    }
    return !stopped_;
  }

  void finish() {
    if (!stopped_) xmlParseChunk(context_, nullptr, 0, 1);
  }

  // An item or a fault.
  [[nodiscard]] bool found_any() const { return any_ || stopped_; }

 private:
  static ItemParser& self(void* context) {
    return *static_cast<ItemParser*>(static_cast<xmlParserCtxtPtr>(context)->_private);
  }

  static void on_start(void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                       int spaces, const xmlChar** space_list, int attributes, int defaulted,
                       const xmlChar** attribute_list) {
    ItemParser& me = self(context);
    ++me.depth_;
    me.text_bytes_ = 0;
    if (me.item_depth_ > 0 && me.is_too_large()) return;
    me.built_depth_ = me.depth_;
    if (me.item_depth_ == 0 && std::ranges::find(me.names_, local_name(name)) != me.names_.end())
      me.item_depth_ = me.depth_, me.start_ = me.pushed_, me.nodes_ = 0, me.large_ = false;
    attributes = me.drop_long(attribute_list, attributes);
    xmlSAX2StartElementNs(context, name, prefix, uri, spaces, space_list, attributes, defaulted,
                          attribute_list);
  }

  static void on_end(void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
    ItemParser& me = self(context);
    me.text_bytes_ = 0;
    if (me.depth_-- > me.built_depth_) return;
    me.built_depth_ = me.depth_;
    xmlNode* node = me.context_->node;
    xmlSAX2EndElementNs(context, name, prefix, uri);
    if (!node) return;
    if (me.depth_ + 1 == me.item_depth_) {
      me.take(node);
    } else if (me.item_depth_ == 0 && me.depth_ > 0 && me.pushed_ - me.start_ > kHeaderBytes) {
      release(node);
    }
  }

  static void on_text(void* context, const xmlChar* text, int size) {
    ItemParser& me = self(context);
    me.text_bytes_ += static_cast<std::size_t>(size);
    const bool too_long = me.text_bytes_ > kMaxTextBytes;
    if (me.item_depth_ > 0) me.large_ = me.large_ || too_long;
    if (me.item_depth_ > 0 ? !me.is_too_large() : !too_long) xmlSAX2Characters(context, text, size);
  }

  static void on_error(void* context, xmlErrorPtr fault) {
    ItemParser& me = self(context);
    // What else is no fatal error concerns namespaces, which nobody here looks at.
    const bool fatal = fault->level == XML_ERR_FATAL || fault->code == XML_ERR_NO_MEMORY;
    if (!fatal || me.stopped_) return;
    me.stopped_ = true;
    const auto [code, message] = described(fault->message ? fault->message : "not well-formed");
    me.sink_.fault(error(code, message, static_cast<std::uint64_t>(std::max(fault->line, 0)),
                         static_cast<std::uint64_t>(std::max(fault->int2, 0))));
  }

  // An item once found too large stays so to its end; its rest is not built.
  bool is_too_large() {
    large_ = large_ || ++nodes_ > kMaxItemNodes || pushed_ - start_ > kMaxArticleBytes;
    return large_;
  }

  void take(xmlNode* item) {
    item_depth_ = 0;
    start_ = pushed_;
    any_ = true;
    if (large_)
      sink_.fault(error("article.too-large", "over 16 MB, or 8 MB without a tag, or a million elements",
                        static_cast<std::uint64_t>(std::max(xmlGetLineNo(item), 0L)), 1));
    else
      use_(XmlNode(item));
    release(item);
  }

  // Frees a closed element and the white space before it.
  static void release(xmlNode* node) {
    xmlNode* before = node->prev;
    for (xmlNode* gone : {node, before}) {
      if (!gone || (gone == before && gone->type != XML_TEXT_NODE)) continue;
      xmlUnlinkNode(gone);
      xmlFreeNode(gone);
    }
  }

  // Moves attributes of bearable length to the front (five pointers each) and gives their number.
  int drop_long(const xmlChar** list, int count) {
    int kept = 0;
    for (int i = 0; i < count; ++i) {
      const xmlChar** from = list + static_cast<std::ptrdiff_t>(i) * 5;
      if (from[4] - from[3] > static_cast<std::ptrdiff_t>(kMaxAttributeBytes)) {
        sink_.fault(warning("xml.attribute-too-long", "an attribute over 64 KB was left out",
                            static_cast<std::uint64_t>(context_->input->line),
                            static_cast<std::uint64_t>(context_->input->col)));
        continue;
      }
      std::copy(from, from + 5, list + static_cast<std::ptrdiff_t>(kept++) * 5);
    }
    return kept;
  }

  std::span<const std::string_view> names_;
  ArticleSink& sink_;
  const std::function<void(XmlNode)>& use_;
  xmlParserCtxtPtr context_ = nullptr;
  int depth_ = 0;        // of the open elements
  int built_depth_ = 0;  // of those that have a node
  int item_depth_ = 0;   // of the item's element; 0: outside
  std::size_t pushed_ = 0;
  std::size_t start_ = 0;  // what was pushed when the item began, or the last one ended
  std::size_t nodes_ = 0;
  std::size_t text_bytes_ = 0;  // since the last tag
  bool large_ = false;
  bool any_ = false;
  bool stopped_ = false;
};

void find_below(XmlNode from, std::string_view path, bool any_depth, std::vector<XmlNode>& found,
                std::size_t limit) {
  const std::size_t slash = path.find('/');
  const std::string_view name = path.substr(0, slash);
  for (XmlNode child = from.first(); child && found.size() < limit; child = child.next()) {
    if (child.is_text()) continue;
    if (child.name() != name) {
      if (any_depth) find_below(child, path, true, found, limit);
    } else if (slash == std::string_view::npos) {
      found.push_back(child);
    } else {
      find_below(child, path.substr(slash + 1), false, found, limit);
    }
  }
}

std::vector<XmlNode> find_some(XmlNode from, std::string_view path, std::size_t limit) {
  std::vector<XmlNode> found;
  const bool any_depth = path.starts_with("*/");
  find_below(from, any_depth ? path.substr(2) : path, any_depth, found, limit);
  return found;
}

void append_raw(XmlNode node, std::string& text) {
  for (XmlNode child = node.first(); child; child = child.next()) {
    text += child.content();
    append_raw(child, text);
  }
}

}  // namespace

bool XmlNode::is_text() const { return node_ && node_->type != XML_ELEMENT_NODE; }

std::string_view XmlNode::name() const {
  return node_ && node_->type == XML_ELEMENT_NODE ? local_name(node_->name) : std::string_view();
}

std::string_view XmlNode::space() const {
  return node_ && node_->ns ? view(node_->ns->href) : std::string_view();
}

std::string_view XmlNode::content() const {
  const bool text = node_ && (node_->type == XML_TEXT_NODE || node_->type == XML_CDATA_SECTION_NODE);
  return text ? view(node_->content) : std::string_view();
}

std::string XmlNode::attribute(std::string_view name) const {
  if (!node_ || node_->type != XML_ELEMENT_NODE) return {};
  for (const xmlAttr* a = node_->properties; a; a = a->next) {
    if (local_name(a->name) != name) continue;
    std::string value;
    append_text(a->children, value);
    return nfc(fold_space(value));
  }
  return {};
}

XmlNode XmlNode::parent() const {
  return XmlNode(node_ && node_->parent && node_->parent->type == XML_ELEMENT_NODE ? node_->parent : nullptr);
}

XmlNode XmlNode::first() const {
  return XmlNode(node_ && node_->type == XML_ELEMENT_NODE ? node_->children : nullptr);
}

XmlNode XmlNode::next() const { return XmlNode(node_ ? node_->next : nullptr); }

std::uint64_t XmlNode::line() const {
  return node_ ? static_cast<std::uint64_t>(std::max(xmlGetLineNo(node_), 0L)) : 0;
}

std::vector<XmlNode> find_all(XmlNode from, std::string_view path) {
  return find_some(from, path, kMostFound);
}

XmlNode find(XmlNode from, std::string_view path) {
  const auto found = find_some(from, path, 1);
  return found.empty() ? XmlNode() : found[0];
}

std::string raw_text_of(XmlNode node) {
  std::string text(node.content());
  append_raw(node, text);
  return text;
}

std::string text_of(XmlNode node) { return nfc(fold_space(raw_text_of(node))); }

std::string first_text(XmlNode from, std::initializer_list<std::string_view> paths) {
  for (std::string_view path : paths) {
    for (XmlNode node : find_all(from, path)) {
      if (std::string text = text_of(node); !text.empty()) return text;
    }
  }
  return {};
}

bool read_items(Input& input, std::span<const std::string_view> names, ArticleSink& sink,
                const std::function<void(XmlNode)>& use) {
  XmlText text(input);
  ItemParser parser(names, sink, use);
  for (std::string_view piece = text.next(); !piece.empty(); piece = text.next()) {
    if (!parser.push(piece)) break;
  }
  parser.finish();
  for (const Diagnostic& d : text.diagnostics()) sink.fault(d);
  return parser.found_any();
}

bool read_items(std::string_view file, std::span<const std::string_view> names, ArticleSink& sink,
                const std::function<void(XmlNode)>& use) {
  MemorySource bytes(file);
  Input input{file.substr(0, kSniffBytes), bytes, {}};
  return read_items(input, names, sink, use);
}

HtmlFragment::HtmlFragment(std::string_view html) {
  initialise();
  document_ = htmlReadMemory(
      html.data(), static_cast<int>(std::min(html.size(), kMaxArticleBytes)), nullptr, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
}

HtmlFragment::~HtmlFragment() { xmlFreeDoc(document_); }

XmlNode HtmlFragment::root() const { return XmlNode(document_ ? xmlDocGetRootElement(document_) : nullptr); }

}  // namespace dateline
