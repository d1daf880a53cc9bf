// The records of a crawl: WARC 1.0 and 1.1 (ISO 28500), ARC 1 and 2 (Internet Archive, 1996).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "dateline/diagnostic.h"
#include "indexer/containers/http.h"
#include "indexer/containers/line_source.h"
#include "indexer/containers/magic.h"

namespace dateline {

struct CrawlRecord {
  std::string uri;       // what was fetched, as the file has it; empty: not told
  MediaType media;       // of a resource; of a response its HTTP header tells
  bool is_http = false;  // the block is an HTTP response
};

class CrawlFile {
 public:
  // Told where the file is damaged, with the uri of the record it lies in (empty: between records). Reading
  // goes on at the next record that can be made out.
  using Fault = std::function<void(const std::string& uri, Diagnostic fault)>;

  // `kind`: warc or arc.
  CrawlFile(ByteSource& bytes, Container kind, Fault fault)
      : bytes_(bytes), kind_(kind), fault_(std::move(fault)) {}

  // Goes to the next response or resource, past what is left of the record before and past records of other
  // types: requests, revisits, metadata, conversions, segments. False: there is none.
  [[nodiscard]] bool next(CrawlRecord& record);

  // The record's bytes.
  [[nodiscard]] ByteSource& block() { return *block_; }

 private:
  struct Head {
    CrawlRecord record;
    std::optional<std::uint64_t> size;  // absent: not told, or no number
    bool is_kept = false;
  };

  bool end_block();
  std::optional<Head> next_head();
  [[nodiscard]] Head warc_head();
  [[nodiscard]] static std::optional<Head> arc_head(std::string_view line);

  LineSource bytes_;
  const Container kind_;
  const Fault fault_;
  std::optional<PartSource> block_;
  std::string uri_;    // of the block
  bool lost_ = false;  // a fault was told since the last whole head
};

}  // namespace dateline
