#include "indexer/containers/delivery.h"

#include <utility>

#include "dateline/text.h"
#include "indexer/containers/archive_stream.h"
#include "indexer/containers/brotli.h"
#include "indexer/containers/crawl_file.h"
#include "indexer/containers/inflated.h"
#include "indexer/containers/magic.h"
#include "indexer/containers/member_name.h"
#include "indexer/containers/peeked.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json_sniff.h"
#include "indexer/readers/text.h"
#include "indexer/readers/utf8_source.h"

namespace dateline {

namespace {

// Where some bytes lie, and what was said of them before they were read.
struct Place {
  std::string member;
  unsigned depth = 0;  // containers around them
  // Of what a crawl fetched:
  bool is_fetched = false;
  std::string url{};
  MediaType media{};
};

// A user's table of fields says what the usual names of keys and columns else do.
const Format* mapped_format(std::string_view head) {
  if (is_json(head)) return find_format("json");
  const Format* format = sniff_format(head);
  return format && format->read == kText.read ? find_format("csv") : format;
}

// Text in any form; pictures, styles, scripts and documents of programs are none.
bool may_hold_article(const std::string& type) {
  if (type == "text/css" || type == "text/csv" || type.find("javascript") != std::string::npos) return false;
  return type.empty() || type.starts_with("text/") || type == "application/xml" ||
         type == "application/json" ||
         (type.starts_with("application/") && (type.ends_with("+xml") || type.ends_with("+json")));
}

bool is_page(const std::string& type) { return type == "text/html" || type == "application/xhtml+xml"; }

class CountedSource : public ByteSource {
 public:
  CountedSource(ByteSource& bytes, Budget& budget) : bytes_(bytes), budget_(budget) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::size_t got = bytes_.read(to, size);
    budget_.count_read(got);
    return got;
  }

 private:
  ByteSource& bytes_;
  Budget& budget_;
};

class Delivery {
 public:
  Delivery(const DeliverySettings& settings, DeliverySink& sink)
      : settings_(settings), sink_(sink), budget_(settings.bounds) {}

  void read(ByteSource& bytes) {
    CountedSource counted(bytes, budget_);
    if (!open({}, counted)) fault({}, error("file.empty", "the file is empty"));
    // Only pictures, or records of other types.
    if (!told_) fault({}, warning("container.no-articles", "holds nothing that is read"));
  }

 private:
  // False: there is not one byte.
  bool open(const Place& place, ByteSource& bytes) {
    Peeked peeked(bytes);
    if (peeked.head().empty()) return false;
    const Container kind = container_of(peeked.head());
    if (kind == Container::none) {
      unicode(place, peeked);
    } else if (place.depth == budget_.depth()) {
      fault(place.member,
            error("container.too-deep", "a container inside " + std::to_string(budget_.depth()) + " others"));
    } else {
      container(kind, place, peeked);
    }
    return true;
  }

  void container(Container kind, const Place& place, ByteSource& bytes) {
    Place inside = place;
    ++inside.depth;
    switch (kind) {
      case Container::zip:
      case Container::tar:
        return members(kind, inside, bytes);
      case Container::warc:
      case Container::arc:
        return records(kind, inside, bytes);
      case Container::gzip: {
        Inflated stream(bytes, Wrapping::gzip, budget_);
        return unpacked(inside, stream);
      }
      case Container::bzip2:
      case Container::xz:
      case Container::zstd:
      case Container::lz4:
      case Container::compress:
      case Container::none:
        break;
    }
    ArchiveStream stream(bytes, kind, budget_);
    (void)stream.next();  // without a member there are no bytes
    unpacked(inside, stream);
  }

  // One text that was packed, in a member or as the file itself.
  void unpacked(const Place& place, Unpacked& bytes) {
    const bool has_bytes = open(place, bytes);
    if (!tell(place.member, bytes) && !has_bytes && !place.is_fetched)
      fault(place.member, error("file.empty", "nothing is packed in it"));
  }

  void fault(const std::string& member, Diagnostic why) {
    told_ = true;
    sink_.fault(member, std::move(why));
  }

  // Whether there was a fault.
  bool tell(const std::string& member, Unpacked& bytes) {
    auto why = bytes.take_fault();
    if (!why) why = budget_.take_fault();
    if (why) fault(member, std::move(*why));
    return why.has_value();
  }

  void members(Container kind, const Place& place, ByteSource& bytes) {
    ArchiveStream stream(bytes, kind, budget_);
    for (bool first = true; stream.next(); first = false) {
      const std::string name = stream.name();
      if (first && begins_document(name))
        return fault(place.member, error("format.unknown", "no reader knows this content"));
      if (stream.is_file() && !is_passed_over(name)) member(inner_member(place.member, name), place, stream);
    }
    tell(place.member, stream);
  }

  void member(const std::string& name, const Place& outer, ArchiveStream& stream) {
    if (stream.is_encrypted()) return fault(name, error("container.encrypted", "the member is encrypted"));
    unpacked({name, outer.depth}, stream);
  }

  void records(Container kind, const Place& place, ByteSource& bytes) {
    CrawlFile file(bytes, kind, [&](const std::string& uri, Diagnostic why) {
      fault(uri.empty() ? place.member : inner_member(place.member, uri), std::move(why));
    });
    for (CrawlRecord record; budget_.take_member() && file.next(record);) {
      Place inside{inner_member(place.member, record.uri), place.depth, true, record.uri, record.media};
      LineSource block(file.block());
      if (record.is_http)
        response(inside, block);
      else
        fetched(inside, block);
    }
    if (auto why = budget_.take_fault()) fault(place.member, std::move(*why));
  }

  void response(Place& place, LineSource& block) {
    auto head = read_http_head(block);
    if (!head) return fault(place.member, warning("crawl.no-http", "the record is no HTTP response"));
    if (head->status / 100 != 2) return;
    place.media = std::move(head->media);
    if (!head->chunked) return coded(place, head->coding, block);
    Dechunked whole(block);
    LineSource body(whole);
    coded(place, head->coding, body);
  }

  // Gzip is known by its first bytes, like any compressed text. Crawlers that store what they unpacked keep
  // the header that says it is packed.
  void coded(const Place& place, const std::string& coding, LineSource& body) {
    const std::string_view ahead = body.peek(kSniffBytes);
    if ((coding != "deflate" && coding != "br") || is_text(ahead)) return fetched(place, body);
    if (coding == "br") {
      Unbrotlied stream(body, budget_);
      return unpacked(place, stream);
    }
    // RFC 9110 means zlib's wrapping, which some servers leave out; its two bytes are a multiple of 31.
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(ahead[at]); };
    const bool is_wrapped = ahead.size() > 1 && (byte(0) & 15U) == 8 && (byte(0) * 256U + byte(1)) % 31 == 0;
    Inflated stream(body, is_wrapped ? Wrapping::zlib : Wrapping::none, budget_);
    unpacked(place, stream);
  }

  void fetched(const Place& place, ByteSource& body) {
    if (may_hold_article(place.media.type)) open(place, body);
  }

  // UTF-16 is UTF-8 to every sniffer and reader.
  void unicode(const Place& place, Peeked& bytes) {
    const std::string_view mark = utf16_mark(bytes.head());
    if (mark.empty()) return text(place, bytes);
    Utf8Source utf8(bytes, mark);
    Peeked peeked(utf8);
    text(place, peeked);
    for (const Diagnostic& odd : utf8.diagnostics()) fault(place.member, odd);
  }

  void text(const Place& place, Peeked& bytes) {
    const Format* format = reader_of(place, bytes.head());
    if (!format)
      return fault(place.member, graded(place, error("format.unknown", "no reader knows this content")));
    sink_.begin(place.member, *format);
    Relay relay(*this, place, *format);
    const Companions* companions = place.depth == 0 ? settings_.companions : nullptr;
    Input input{bytes.head(), bytes, settings_.dates, place.media.charset, settings_.map, companions};
    format->read(input, relay);
  }

  // What a site serves as plain text (robots.txt and the like) is no article; a page is one whatever it
  // begins with.
  [[nodiscard]] const Format* reader_of(const Place& place, std::string_view head) const {
    if (settings_.format) return settings_.format;
    const Format* format = settings_.map ? mapped_format(head) : sniff_format(head);
    const bool is_plain = !format || format->read == kText.read;
    if (!place.is_fetched || !is_plain) return format;
    return is_page(place.media.type) ? find_format(kHtml.name) : nullptr;
  }

  // A crawl holds whatever a site serves, so what gives no article is no failure of the delivery.
  static Diagnostic graded(const Place& place, Diagnostic fault) {
    if (place.is_fetched) fault.severity = Severity::warning;
    return fault;
  }

  // Between a reader and the sink.
  class Relay : public ArticleSink {
   public:
    Relay(Delivery& delivery, const Place& place, const Format& format)
        : delivery_(delivery), place_(place), is_page_(format.read == kHtml.read) {}

    void article(Article article) override {
      if (is_page_ && article.url.empty()) article.url = nfc(fold_space(decode(place_.url).text));
      delivery_.told_ = true;
      delivery_.sink_.article(std::move(article));
    }
    void fault(Diagnostic fault) override {
      delivery_.fault(place_.member, graded(place_, std::move(fault)));
    }

   private:
    Delivery& delivery_;
    const Place& place_;
    const bool is_page_;
  };

  const DeliverySettings& settings_;
  DeliverySink& sink_;
  Budget budget_;
  bool told_ = false;  // an article or a fault was handed on
};

}  // namespace

void read_delivery(ByteSource& bytes, const DeliverySettings& settings, DeliverySink& sink) {
  Delivery(settings, sink).read(bytes);
}

}  // namespace dateline
