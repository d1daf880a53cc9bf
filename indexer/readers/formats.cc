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

const Format* sniff_format(std::string_view bytes) {
  const Head head(bytes);
  const Format* best = nullptr;
  Confidence surest = Confidence::no;
  for (const Format& format : kFormats) {
    const Confidence sure = format.sniff(head);
    if (sure > surest) surest = sure, best = &format;
    if (surest == Confidence::certain) break;
  }
  return best;
}

bool read_more(ByteSource& source, std::string& text, std::size_t limit) {
  // Most files are small, and a string that grows first would be filled with zeros.
  std::array<char, 64U << 10U> buffer;
  const std::size_t got = source.read(buffer.data(), std::min(buffer.size(), limit));
  text.append(buffer.data(), got);
  return got > 0;
}

Bytes read_all(ByteSource& source, std::size_t limit) {
  Bytes all;
  // One byte over the limit tells a text of just that size from a longer one.
  while (all.text.size() <= limit && read_more(source, all.text, limit + 1 - all.text.size())) {
  }
  all.cut = all.text.size() > limit;
  if (all.cut) all.text.resize(limit);
  return all;
}

}  // namespace dateline
