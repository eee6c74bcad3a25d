using System.Globalization;
using Xunit.v3;

namespace Foldstream.TestKit;

/// <summary>The name under which a test keeps its snapshot: <c>Class.Method</c>, and for a theory <c>Class.Method_argument=value</c>.</summary>
internal static class SnapshotName
{
    private static readonly char[] NotInFileNames = ['<', '>', ':', '"', '/', '\\', '|', '?', '*', '#'];

    public static string OfRunningTest()
    {
        var context = TestContext.Current;
        if (context.Test is not IXunitTest test)
            throw new InvalidOperationException("Verify is called by a running test: it names its files after the test.");

        var name = Of(test);
        // A second call would take the files of the first for left-overs.
        if (!context.KeyValueStorage.TryAdd($"snapshot:{test.UniqueID}", null))
            throw new InvalidOperationException($"{name} calls Verify twice; its files carry the test's name, so split the test.");

        return name;
    }

    public static string ForFile(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) || NotInFileNames.Contains(character) ? '-' : character));

    private static string Of(IXunitTest test)
    {
        var method = test.TestMethod;
        var arguments = method.Parameters.Zip(test.TestMethodArguments, (parameter, value) =>
            string.Create(CultureInfo.InvariantCulture, $"_{parameter.Name}={value ?? "null"}"));
        return ForFile($"{method.TestClass.TestClassSimpleName.Replace('+', '.')}.{method.MethodName}{string.Concat(arguments)}");
    }
}
