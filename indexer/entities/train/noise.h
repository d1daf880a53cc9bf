// Copies of examples in the dress of headlines, so that capitals alone are not believed.
#pragma once

#include <cstddef>

#include "indexer/entities/train/example.h"

namespace dateline {

enum class Dress { capitals, title };

// The example with its first sentence as headline, all in capitals or with a capital on each longer word.
// Bytes stay where they are: a letter whose capital takes another number of bytes stays small.
[[nodiscard]] Example dressed_copy(const Example& example, Dress dress);

// Two or three sentences from the middle of the article's body and nothing else: who a bare name means is not
// told there, as in a short report. Empty where the body has no middle.
[[nodiscard]] Example snippet_of(const Example& example);

}  // namespace dateline
