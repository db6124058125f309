import static dev.gantry.cli.JShellNames.*;
import static dev.gantry.dsl.Lambdas.*;
import static dev.gantry.dsl.ValueExtensions.*;
import dev.gantry.*;
import dev.gantry.dsl.*;
import dev.gantry.engine.*;
import java.nio.file.*;
import java.time.*;
