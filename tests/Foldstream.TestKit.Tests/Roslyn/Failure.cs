using Xunit.Sdk;

namespace Foldstream.TestKit.Tests;

/// <summary>Expects an assertion of the kit to fail, and gives its message.</summary>
internal static class Failure
{
    public static string Of(Action assertion) => Assert.ThrowsAny<XunitException>(assertion).Message;

    public static async Task<string> OfAsync(Func<Task> assertion) => (await Assert.ThrowsAnyAsync<XunitException>(assertion)).Message;
}
