// One delivery, whatever it comes in: containers are opened, any depth to a limit, and each text inside goes
// to the reader that knows its content. Nothing is held whole and nothing touches the file system.
//
//     bytes -> unpacked bytes | members | records of a crawl -> Format::read
//
// A compressed text is as good as the text itself. A member is named as in its container, members of members
// as `inner.tar!x.xml`, what a crawl fetched by its address.
#pragma once

#include <string>

#include "indexer/containers/budget.h"
#include "indexer/dates/parse_date.h"
#include "indexer/readers/reader.h"

namespace dateline {

// Takes what a delivery holds, as it is found. `member` is empty for the delivery itself; its bytes are the
// container's own, in any encoding.
class DeliverySink {
 public:
  virtual ~DeliverySink() = default;
  // The articles that follow are of this member and were read as that format.
  virtual void begin(const std::string& member, const Format& format) = 0;
  virtual void article(Article article) = 0;
  virtual void fault(const std::string& member, Diagnostic fault) = 0;
};

struct DeliverySettings {
  const Format* format = nullptr;  // of every text inside; nullptr: by content
  DateOptions dates;
  const FieldMap* map = nullptr;           // a user's; nullptr: none
  const Companions* companions = nullptr;  // of the delivery itself; nullptr: none
  Bounds bounds;
};

// Throws what `bytes` throws.
void read_delivery(ByteSource& bytes, const DeliverySettings& settings, DeliverySink& sink);

}  // namespace dateline
