#include "indexer/failure.h"

#include <xapian.h>

#include <exception>

#include "indexer/archive/directory.h"
#include "indexer/options.h"

namespace dateline {

Failure current_failure() try { throw; } catch (const UsageError& error) {
  return {std::string(error.what()) + "\nTry 'dateline-index --help'."};
} catch (const ArchiveLocked& locked) {
  return {locked.what(), kExitLocked};
} catch (const Xapian::Error& error) {
  const char* cause = error.get_error_string();  // as "No space left on device"
  return {error.get_msg() + (cause ? std::string(" (") + cause + ")" : "")};
} catch (const std::exception& error) {
  return {error.what()};
}

}  // namespace dateline
