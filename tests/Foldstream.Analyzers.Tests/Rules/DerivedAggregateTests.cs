using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.DerivedAggregateRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class DerivedAggregateTests
{
    [Fact]
    public async Task An_aggregate_under_another_one_is_found_however_far()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Aggregate("vehicle")] public partial class Vehicle;
            public class Heavy : Vehicle;
            [Aggregate("truck")] public partial class [|Truck|] : Heavy;
            """);

        Assert.Equal(["Aggregate 'Truck' derives from aggregate 'Vehicle', whose history and stream would be another one: let both derive from a class without [Aggregate], or hold what they share"], found.Messages());
    }

    [Fact]
    public async Task A_common_base_class_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("moved")] public sealed record Moved(int Way);
        public abstract class Vehicle
        {
            public int Way { get; private set; }
            protected void Apply(Moved e) => Way += e.Way;
        }
        [Aggregate("car")] public partial class Car : Vehicle;
        [Aggregate("truck")] public partial class Truck : Vehicle;
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0019
        [Aggregate("vehicle")] public partial class Vehicle;
        [Aggregate("truck")] public partial class Truck : Vehicle;
        """);
}
