using Foldstream;

namespace Versions;

#region aggregate
[Aggregate("order")]
public sealed partial class Order
{
    public string LastName { get; private set; } = "";

    public void Place(string firstName, string lastName) => Raise(new OrderPlaced(firstName, lastName));

    private void Apply(OrderPlaced e) => LastName = e.LastName;
}
#endregion
