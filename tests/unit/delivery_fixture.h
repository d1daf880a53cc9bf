// Reads containers in memory, and makes them with libarchive.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/containers/delivery.h"
#include "tests/unit/reader_fixture.h"

namespace dateline {

// "member format headline" of each article and "member severity code" of each fault, a line each, in order. A
// delivery itself has `-` as its member.
class TellingSink : public DeliverySink {
 public:
  void begin(const std::string& member, const Format& format) override {
    at_ = (member.empty() ? "-" : member) + " " + format.name;
  }
  void article(Article article) override {
    told += at_ + " " + article.headline + "\n";
    articles.push_back(std::move(article));
  }
  void fault(const std::string& member, Diagnostic fault) override {
    told += (member.empty() ? "-" : member) + " " + name_of(fault.severity) + " " + fault.code + "\n";
    messages.push_back(fault.message);
  }

  std::string told;
  std::vector<Article> articles;
  std::vector<std::string> messages;

 private:
  std::string at_;
};

inline TellingSink deliver(std::string_view bytes, const Bounds& bounds = {},
                           const Format* format = nullptr) {
  MemorySource source(bytes);
  TellingSink sink;
  read_delivery(source, {format, {}, nullptr, nullptr, bounds}, sink);
  return sink;
}

inline std::string told_of(std::string_view bytes, const Bounds& bounds = {}) {
  return deliver(bytes, bounds).told;
}

using Members = std::vector<std::pair<std::string, std::string>>;  // name, bytes

// An archive of those members; a filter such as archive_write_add_filter_gzip packs it.
inline std::string pack(int (*format)(archive*), int (*filter)(archive*), const Members& members) {
  std::string bytes(4U << 20U, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  format(writer);
  filter(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

inline std::string zip_of(const Members& members) {
  return pack(archive_write_set_format_zip, archive_write_add_filter_none, members);
}

inline std::string tar_of(const Members& members) {
  return pack(archive_write_set_format_ustar, archive_write_add_filter_none, members);
}

inline std::string packed(std::string_view bytes, int (*filter)(archive*)) {
  return pack(archive_write_set_format_raw, filter, {{"x", std::string(bytes)}});
}

inline std::string gzip_of(std::string_view bytes) { return packed(bytes, archive_write_add_filter_gzip); }

// An article as a line of dateline-json.
inline std::string line_of(const std::string& headline) {
  return "{\"schema\":1,\"headline\":\"" + headline + "\"}\n";
}

}  // namespace dateline
