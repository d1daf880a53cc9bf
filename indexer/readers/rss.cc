#include "indexer/readers/rss.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "dateline/text.h"
#include "indexer/readers/feed_entry.h"
#include "indexer/readers/news_fields.h"
#include "indexer/readers/wordpress.h"
#include "indexer/readers/xml_sniff.h"

namespace dateline {

namespace {

constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";
constexpr std::string_view kRssSpaces[] = {"http://purl.org/rss/", "http://my.netscape.com/",
                                           "http://backend.userland.com/", "http://channel.netscape.com/"};

// RDF serves other things too: only a feed's names, its namespace or channel near the front.
bool is_rdf_feed(const XmlRoot& root, std::string_view head) {
  for (std::string_view space : kRssSpaces) {
    if (root.tag.find(space) != std::string::npos) return true;
  }
  return head.find("<channel") != std::string_view::npos || head.find("<item") != std::string_view::npos;
}

// RFC 6721: what a feed once held and takes back.
Article tombstone_of(XmlNode entry, const std::string& feed) {
  Article gone;
  gone.publication = feed;
  gone.id = entry.attribute("ref");
  gone.status = Status::withdrawn;
  return gone;
}

}  // namespace

Confidence sniff_rss(const Head& head) {
  const XmlRoot& root = head.xml_root();
  if (root.name == "rss" || root.name == "channel") return Confidence::certain;
  if (root.name == "feed" || root.name == "entry") {
    const bool atom = root.space.empty() || lower(root.space).find("atom") != std::string::npos;
    return atom ? Confidence::certain : Confidence::maybe;
  }
  if (root.name == "RDF") return is_rdf_feed(root, head.text()) ? Confidence::certain : Confidence::no;
  // Entries in an envelope of the sender's own.
  return !root.name.empty() && head.has("<entry") && head.has(kAtom) ? Confidence::likely : Confidence::no;
}

void read_rss(Input& input, ArticleSink& sink) {
  constexpr std::string_view kItems[] = {"item", "entry", "deleted-entry"};
  Feed feed;
  std::size_t left_out = 0;
  std::uint64_t first_left_out = 0;
  const bool any = read_items(input, kItems, sink, [&](XmlNode entry) {
    feed.look_at(entry.parent());
    if (entry.name() == "deleted-entry") return hand_on(tombstone_of(entry, feed.title), sink, entry.line());
    Article article = article_of_entry(feed, entry, input.dates);
    if (is_wordpress(entry) && !fill_from_wordpress(article, feed, entry, input.dates)) {
      if (left_out++ == 0) first_left_out = entry.line();
      return;
    }
    hand_on(std::move(article), sink, entry.line());
  });
  if (left_out > 0)
    sink.fault(warning("rss.left-out",
                       std::to_string(left_out) + " items are attachments, menus, revisions or not published",
                       first_left_out, 1));
  if (!any) sink.fault(warning("rss.no-entries", "the feed has no entries", 1, 1));
}

}  // namespace dateline
