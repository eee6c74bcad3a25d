namespace Foldstream.Analyzers.Tests;

public sealed class MissingConverterTests
{
    private const string Shared = "namespace Shared; [Foldstream.Event(\"opened\")] public sealed record Opened; public class Outer { [Foldstream.Event(\"closed\")] public sealed record Closed; }";

    private const string Handles =
        """
        [Foldstream.Aggregate("account")]
        public partial class Account { void Apply(Shared.Opened e) { } void Apply(Shared.Outer.Closed e) { } }
        """;

    [Fact]
    public async Task Events_of_an_assembly_that_was_built_without_the_generator_are_found()
    {
        var found = await Library.WithoutGenerators(Shared).AnalyzeAsync(new MissingConverterRule(), Handles);

        Assert.Equal(
            [
                "Aggregate 'Account' handles 'Opened' of assembly 'Library', which was built without Foldstream's generator and has no 'OpenedJsonConverter': reference the package Foldstream there and build it again",
                "Aggregate 'Account' handles 'Outer.Closed' of assembly 'Library', which was built without Foldstream's generator and has no 'Outer_ClosedJsonConverter': reference the package Foldstream there and build it again",
            ],
            found.Messages().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Events_that_come_with_converters_are_left_alone() =>
        Assert.Empty(await Library.Of(Shared).AnalyzeAsync(new MissingConverterRule(), Handles));

    [Fact]
    public async Task A_pragma_silences_it() =>
        Assert.Empty(await Library.WithoutGenerators(Shared).AnalyzeAsync(new MissingConverterRule(), "#pragma warning disable FS0015\n" + Handles));
}
