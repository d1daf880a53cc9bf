#include <algorithm>
#include <array>

#include "indexer/readers/alto.h"
#include "indexer/readers/anpa.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/dateline_json.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json_news.h"
#include "indexer/readers/mets.h"
#include "indexer/readers/newsml1.h"
#include "indexer/readers/newsml_g2.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/plain_xml.h"
#include "indexer/readers/rcv1.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/reuters_sgml.h"
#include "indexer/readers/rss.h"
#include "indexer/readers/text.h"
#include "indexer/readers/trec.h"

namespace dateline {

namespace {

constexpr std::array kFormats{kDatelineJson, kNinjs, kJson,        kCsv,      kNitf, kNewsmlG2,
                              kNewsml1,      kRcv1,  kReutersSgml, kTrec,     kAnpa, kRss,
                              kMets,         kAlto,  kHtml,        kPlainXml, kText};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const auto* found = std::ranges::find(kFormats, name, &Format::name);
  return found == kFormats.end() ? nullptr : found;
}

const Format* sniff_format(std::string_view head) {
  const Format* best = nullptr;
  Confidence surest = Confidence::no;
  for (const Format& format : kFormats) {
    const Confidence sure = format.sniff(head);
    if (sure > surest) surest = sure, best = &format;
    if (surest == Confidence::certain) break;
  }
  return best;
}

Bytes read_all(ByteSource& source, std::size_t limit) {
  // Steps grow with the text, for most files are small.
  constexpr std::size_t kFirstStep = 16U << 10U;
  Bytes all;
  for (;;) {
    const std::size_t had = all.text.size();
    // One byte over the limit tells a text of just that size from a longer one.
    const std::size_t want = std::min(std::max(kFirstStep, had), limit + 1 - had);
    all.text.resize(had + want);
    all.text.resize(had + source.read(all.text.data() + had, want));
    if (all.text.size() > limit) return all.text.resize(limit), all.cut = true, all;
    if (all.text.size() == had) return all;
  }
}

}  // namespace dateline
