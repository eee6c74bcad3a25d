using System.Reflection;

namespace Foldstream.TestKit;

/// <summary>A store inherits every contract of the ports that it implements: one that was forgotten is named.</summary>
/// <typeparam name="TStore">The adapter's store; its test classes are those of the inheriting class's assembly.</typeparam>
public abstract class AllContracts<TStore>
    where TStore : IEventStore
{
    /// <summary>Contracts that do not fit, such as <c>typeof(RecordedByClockContract&lt;,&gt;)</c> where a server tells the time. The default is none.</summary>
    protected virtual IReadOnlyCollection<Type> LeftOut => [];

    [Fact]
    public void Every_contract_of_its_ports_is_inherited() =>
        Assert.Empty(Contracts().Except(Inherited()).Except(LeftOut).Select(contract => contract.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void No_contract_is_left_out_that_is_inherited() => Assert.Empty(LeftOut.Intersect(Inherited()));

    private static IEnumerable<Type> Contracts() =>
        from type in typeof(StoreContract<,>).Assembly.GetTypes()
        where type.IsGenericTypeDefinition && BaseDefinitions(type).Contains(typeof(StoreContract<,>)) && HoldsTests(type)
        where Array.TrueForAll(type.GetGenericArguments()[0].GetGenericParameterConstraints(), port => port.IsAssignableFrom(typeof(TStore)))
        select type;

    private IEnumerable<Type> Inherited() =>
        from type in GetType().Assembly.GetTypes()
        where !type.IsAbstract
        from definition in BaseDefinitions(type)
        select definition;

    private static bool HoldsTests(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Any(method => method.IsDefined(typeof(FactAttribute), inherit: true));

    private static IEnumerable<Type> BaseDefinitions(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.IsGenericType)
                yield return parent.GetGenericTypeDefinition();
        }
    }
}
