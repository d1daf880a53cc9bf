#include "indexer/readers/mets.h"

#include "indexer/readers/alto.h"
#include "tests/fuzz/reader_check.h"

namespace {

// Every page of the issue holds the same bytes, and belongs to it.
struct OnePage : dateline::Companions {
  OnePage(std::string_view whole, std::string_view part) : mets(whole), page(part) {}
  [[nodiscard]] std::optional<std::string> read(const std::string&) const override { return page; }
  [[nodiscard]] std::vector<Issue> issues() const override { return {{mets, "a.xml"}}; }
  std::string mets;
  std::string page;
};

}  // namespace

// A METS file and a page, with a zero byte between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = dateline::as_text(data, size);
  const std::size_t end = std::min(text.find('\0'), text.size());
  const OnePage around(text.substr(0, end), text.substr(std::min(end + 1, text.size())));
  dateline::check_reader(dateline::kMets, around.mets, &around);
  return dateline::check_reader(dateline::kAlto, around.page, &around);
}
