// Whatever bytes a container is made of.
#include "indexer/containers/delivery.h"
#include "tests/fuzz/reader_check.h"

using dateline::check;

namespace {

class Sink : public dateline::DeliverySink {
 public:
  void begin(const std::string& member, const dateline::Format& format) override {
    check(format.read != nullptr, "a member is read by a reader");
    check(member.size() < (2U << 20U), "names are bounded");
  }
  void article(dateline::Article article) override { checking_.article(std::move(article)); }
  void fault(const std::string& /*member*/, dateline::Diagnostic fault) override {
    checking_.fault(std::move(fault));
  }
  [[nodiscard]] int given() const { return checking_.given; }

 private:
  dateline::CheckingSink checking_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dateline::MemorySource source(dateline::as_text(data, size));
  constexpr dateline::Bounds kSmall{
      .ratio = 250, .ratio_from = 1U << 20U, .bytes = 16U << 20U, .members = 1000, .depth = 4};
  // Plain text alone: the readers have targets of their own.
  Sink sink;
  dateline::read_delivery(source, {dateline::find_format("text"), {}, nullptr, nullptr, kSmall}, sink);
  check(sink.given() > 0, "a file gives an article or a fault");
  return 0;
}
