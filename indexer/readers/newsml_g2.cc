#include "indexer/readers/newsml_g2.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "dateline/text.h"
#include "indexer/readers/g2_fields.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

constexpr auto kItems = std::to_array<std::string_view>(
    {"newsItem", "packageItem", "knowledgeItem", "conceptItem", "planningItem", "catalogItem"});
constexpr std::string_view kNamespace = "http://iptc.org/std/nar/";

// Items of one message wait for each other; longer messages are settled part by part.
constexpr std::size_t kMostWaiting = 2000;

// The items of a message, until it is known which belong together.
class Message {
 public:
  Message(ArticleSink& sink, const DateOptions& dates) : sink_(sink), dates_(dates) {}

  void add(XmlNode node) {
    if (node.name() == "newsItem")
      items_.push_back(g2_news_item(node, dates_));
    else if (node.name() == "packageItem")
      packages_.push_back(g2_package_item(node, dates_));
    else
      leave_out(node.name(), node.line());
    if (items_.size() + packages_.size() >= kMostWaiting) settle();
  }

  void settle() {
    index();
    for (G2Item& text : items_) {
      if (!text.is_picture) give_all(text.references, text.article);
    }
    for (const G2Item& package : packages_) {
      if (G2Item* text = first_text_of(package)) give_all(package.references, text->article);
    }
    for (G2Item& package : packages_)
      package.taken =
          std::ranges::any_of(package.references, [&](const auto& id) { return by_id_.contains(id); });
    for (std::vector<G2Item>* list : {&items_, &packages_}) {
      for (G2Item& item : *list) {
        if (item.taken) continue;
        if (list == &packages_ && item.article.headline.empty() && item.article.body.empty())
          leave_out("packageItem", item.line);
        else
          hand_on(std::move(item.article), sink_, item.line);
      }
      list->clear();
    }
  }

 private:
  void leave_out(std::string_view name, std::uint64_t line) {
    sink_.fault(
        warning("newsml-g2.no-news", "a " + std::string(name) + " holds no news and was left out", line, 1));
  }

  void index() {
    by_id_.clear();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!items_[i].article.id.empty()) by_id_.emplace(items_[i].article.id, i);
    }
  }

  // A package has one story mostly; of several, the first has the pictures.
  G2Item* first_text_of(const G2Item& package) {
    for (const std::string& id : package.references) {
      const auto found = by_id_.find(id);
      if (found != by_id_.end() && !items_[found->second].is_picture) return &items_[found->second];
    }
    return nullptr;
  }

  // Gives the article the captions of the pictures among these ids.
  void give_all(const std::vector<std::string>& ids, Article& article) {
    for (const std::string& id : ids) {
      const auto found = by_id_.find(id);
      if (found == by_id_.end() || !items_[found->second].is_picture) continue;
      G2Item& picture = items_[found->second];
      for (const Caption& caption : picture.article.captions)
        add_caption(article, caption.text, caption.credit);
      picture.taken = true;
    }
  }

  ArticleSink& sink_;
  const DateOptions& dates_;
  std::vector<G2Item> items_;
  std::vector<G2Item> packages_;
  std::unordered_map<std::string, std::size_t> by_id_;  // in items_; the first of equal ones
};

}  // namespace

Confidence sniff_newsml_g2(const Head& head) {
  const XmlRoot& root = head.xml_root();
  if (root.name == "newsMessage" || std::ranges::find(kItems, root.name) != kItems.end())
    return Confidence::certain;
  // Parts of items, as documentation and tests have them.
  for (std::string_view part : {"contentSet", "contentMeta", "itemMeta", "groupSet"}) {
    if (root.name == part) return Confidence::maybe;
  }
  return root.space.starts_with(kNamespace) ? Confidence::likely : Confidence::no;
}

void read_newsml_g2(Input& input, ArticleSink& sink) {
  Message message(sink, input.dates);
  const bool any = read_items(input, kItems, sink, [&](XmlNode node) { message.add(node); });
  message.settle();
  if (!any) sink.fault(error("newsml-g2.no-item", "no news item", 1, 1));
}

}  // namespace dateline
